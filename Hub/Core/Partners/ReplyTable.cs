using System.Text.Json;
using System.Text.Json.Serialization;

namespace LLTP.Hub.Core.Partners;

/// <summary>Meaning of a reply: transport first, then the partner's rows. Rows are data: a file can replace them without a release.</summary>
public sealed class ReplyTable(IReadOnlyList<ReplyRow> rows)
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    public IReadOnlyList<ReplyRow> Rows => rows;

    /// <exception cref="JsonException">The file is not a list of reply rows; the message names the place.</exception>
    public static ReplyTable Read(Stream json) => new(JsonSerializer.Deserialize<List<ReplyRow>>(json, Json) ?? []);

    /// <summary>The rows that ship with the hub.</summary>
    public static ReplyTable Shipped()
    {
        using var stream = typeof(ReplyTable).Assembly.GetManifestResourceStream("replies.json");
        return Read(stream ?? Stream.Null);
    }

    public Judgement Judge(string partner, string kind, Reply reply, ReplyFacts facts)
    {
        if (ByTransport(reply) is { } certain)
            return new(certain);
        if (rows.FirstOrDefault(row => row.Matches(partner, kind, reply, facts)) is { } row)
            return new(row.Class, row.Hint);
        return new(ByStatus(reply) ?? ReplyClass.UnknownReply);
    }

    static ReplyClass? ByTransport(Reply reply) => reply.Transport switch
    {
        Transport.NothingSent => ReplyClass.Retry,
        Transport.NotMapped => ReplyClass.NotMapped,
        Transport.Broken => ReplyClass.Unknown,
        _ when reply.Status is 408 or 425 or 429 or 503 or 401 or 403 => ReplyClass.Retry,
        _ when reply.Status is 500 or 502 or 504 && reply.Fault == SoapFault.None => ReplyClass.Unknown,
        Transport.Unreadable when reply.Status is null or (>= 200 and < 300) => ReplyClass.Unknown,
        _ => null,
    };

    static ReplyClass? ByStatus(Reply reply) => reply switch
    {
        { Fault: SoapFault.Client } => ReplyClass.Rejected,
        { Fault: SoapFault.Server } => ReplyClass.Unknown,
        { Status: 400 or 404 or 405 or 409 or 413 or 415 or 422 } => ReplyClass.Rejected,
        { Transport: Transport.Unreadable } => ReplyClass.Unknown,
        _ => null,
    };
}

/// <summary>A class, and what the next attempt should do differently.</summary>
public sealed record Judgement(ReplyClass Class, string? Hint = null);
