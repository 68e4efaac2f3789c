using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Tthc;

/// <summary>How the system tells the hub its officers' decisions, and how it reads the answers.</summary>
sealed class TthcCalls(Secrets secrets)
{
    static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");
    static readonly JsonSerializerOptions Sparse = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
    static readonly object Officer = new { name = "Phạm Một Cửa", title = "Chuyên viên", department = "Bộ phận tiếp nhận và trả kết quả" };

    /// <summary>One decision; the key stays the same over all attempts.</summary>
    public HubCall Tell(string number, Decision decision, DateTimeOffset at)
    {
        var key = Guid.NewGuid().ToString();
        var body = Write(number, decision, at.ToOffset(TimeSpan.FromHours(7)));
        return new(Partners.Tthc, number, decision.Happening, () => Build(number, decision.Path, key, body), Read);
    }

    /// <summary>A dossier from the counter.</summary>
    public HubCall Submit(string number, string happening, byte[] body)
    {
        var key = Guid.NewGuid().ToString();
        return new(Partners.Tthc, number, happening, () => new(HttpMethod.Post, new Uri("api/tthc/v1/dossiers", UriKind.Relative))
        {
            Headers = { { "Authorization", "Bearer " + secrets.TthcInbound }, { "Idempotency-Key", key } },
            Content = new ByteArrayContent(body) { Headers = { ContentType = Json } },
        }, Read);
    }

    /// <summary>A decision about a certificate that was issued.</summary>
    public HubCall Report(string number, DecisionPaper decision, DateTimeOffset at)
    {
        var key = Guid.NewGuid().ToString();
        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            officer = Officer,
            at = at.ToOffset(TimeSpan.FromHours(7)),
            kind = decision.Kind,
            number = decision.Number,
            date = decision.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            certificate = decision.Certificate,
            reason = "Thông tin trên Phiếu không đúng",
            file = Convert.ToBase64String(decision.Pdf),
        });
        return new(Partners.Tthc, number, Happenings.DecidedByTthc, () => Build(number, "decision", key, body), Read);
    }

    static byte[] Write(string number, Decision decision, DateTimeOffset at) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            officer = Officer,
            at,
            reason = decision.Reason,
            items = decision.Items,
            receiver = decision.Receiver,
            localNumber = decision.Path == "acceptance" ? "MC-" + number : null,
        },
        Sparse);

    HttpRequestMessage Build(string number, string path, string key, byte[] body) => new(
        HttpMethod.Post, new Uri($"api/tthc/v1/dossiers/{Uri.EscapeDataString(number)}/{path}", UriKind.Relative))
    {
        Headers = { { "Authorization", "Bearer " + secrets.TthcInbound }, { "Idempotency-Key", key } },
        Content = new ByteArrayContent(body) { Headers = { ContentType = Json } },
    };

    static Verdict Read(HubReply reply)
    {
        if (reply.Status is >= 400 and < 500 and not (408 or 425 or 429))
            return Verdict.Refused;
        if (reply.Status != 200)
            return Verdict.Again;
        using var body = Replies.Parse(reply.Body);
        return body?.RootElement is { } answer && answer.Text("eventId") is { Length: > 0 } && answer.Whole("state") is not null
            ? Verdict.Done
            : Verdict.Again;
    }
}
