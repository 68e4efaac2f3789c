using System.Globalization;
using LLTP.Hub.Adapters.Shared;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Tthc;
using LLTP.Hub.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LLTP.Hub.Adapters.Tthc;

/// <summary>Where the officers' decisions come in, and where TTHC reads what the hub holds.</summary>
public sealed class TthcDoors(MessagePipeline pipeline, DossierQueries queries, DoorBody body, IEnumerable<TthcSystem> systems,
    DoorLine lines, TimeProvider clock) : IPartnerDoors, IKeptMessages
{
    const long Limit = 24 * DoorBody.Mebibyte;
    const int Page = 200;

    readonly TthcEntrance entrance = new(systems, TthcContract.Own, lines, clock);

    public void MapDoors(IEndpointRouteBuilder routes)
    {
        var doors = routes.MapGroup("/api/tthc/v1/dossiers");
        foreach (var decision in Decisions)
            Map(doors, decision);
        doors.MapGet("/{number}", FindAsync);
        doors.MapGet("/", ChangedAsync);
    }

    static IReadOnlyList<Door> Decisions { get; } =
    [
        Of("acceptance", EventKind.Accepted, TthcMap.ReadAcceptance), Of("refusal", EventKind.Refused, TthcMap.ReadRefusal),
        Of("supplement-request", EventKind.SupplementAsked, TthcMap.ReadSupplementRequest),
        Of("withdrawal", EventKind.Withdrawn, TthcMap.ReadWithdrawal), Of("stop", EventKind.Stopped, TthcMap.ReadStop),
        Of("hand-over", EventKind.HandedOver, TthcMap.ReadHandOver), Of("decision", EventKind.Decided, TthcMap.ReadDecision),
    ];

    static Door Of<T>(string path, EventKind on, Func<ReadOnlyMemory<byte>, Reading<T>> read) where T : Act =>
        new(path, on, bytes => Generalise(read(bytes)));

    void Map(RouteGroupBuilder doors, Door door) =>
        doors.MapPost($"/{{number}}/{door.Path}", (HttpContext context, string number, CancellationToken cancellation) =>
            DecideAsync(context, number, door, cancellation));

    async Task<IResult> DecideAsync(HttpContext context, string number, Door door, CancellationToken cancellation)
    {
        var caller = entrance.Judge(context);
        if (caller.Refusal is { } stranger)
            return await RefuseAsync(context, door, number, null, await DoorBody.CountAsync(context, cancellation), stranger, cancellation);
        using var got = await body.ReadAsync(context, Limit, cancellation);
        if (!got.TooLarge && caller.JudgeSignature(context, got.Bytes.Span) is { } forged)
            return await RefuseAsync(context, door, number, caller.IsKnown ? Partner.Tthc : null, got, forged, cancellation);
        if (Misplaced(context, got, Limit) is { } misplaced)
            return await RefuseAsync(context, door, number, got.TooLarge && !caller.IsKnown ? null : Partner.Tthc, got, misplaced, cancellation);
        var reading = door.Read(got.Bytes);
        if (reading.Value is not { } act)
            return await RefuseAsync(context, door, number, Partner.Tthc, got, reading.Refusal.AsFailure(), cancellation);

        var key = context.Request.Headers["Idempotency-Key"].ToString();
        var receipt = await pipeline.AcceptAsync(
            Message(door, number, key, reading, act, got.Bytes) with
            {
                Address = DoorAnswers.AddressOf(context), OriginalHash = got.Sha256, System = caller.System,
            }, cancellation);
        return DecisionAnswer.Of(context, receipt);
    }

    static Incoming Message(Door door, string number, string key, Reading<Act> reading, Act act, ReadOnlyMemory<byte> bytes) => new(
        Partner.Tthc, door.Name, number, door.On, [key], Fingerprint.Sha256Hex(System.Text.Encoding.UTF8.GetBytes($"{number} {reading.ContentHash}")), bytes, act)
    {
        At = act.At, Report = reading.Report, Files = reading.Blobs,
    };

    public bool Reads(string door) => Decisions.Any(one => one.Name == door);

    public bool IsSigned => false;

    public Task<Reread> ReadAsync(KeptMessage kept, CancellationToken cancellation)
    {
        var door = Decisions.Single(one => one.Name == kept.Door);
        var reading = door.Read(kept.Bytes);
        var key = kept.Keys is [var given, ..] ? given : $"{Guid.CreateVersion7()}";
        return Task.FromResult(
            reading.Value is not { } act ? Reread.No(reading.Refusal.AsFailure())
            : kept.Dossier is not { } number ? Reread.No(Failure.Of(FailureCode.UnknownDossier, "-"))
            : Reread.Of(Message(door, number, key, reading, act, kept.Bytes)));
    }

    internal static Failure? Misplaced(HttpContext context, BodyRead got, long limit) =>
        got.TooLarge ? Failure.Of(FailureCode.TooLarge, limit / DoorBody.Mebibyte)
        : !DoorAnswers.IsMedia(context, "application/json") ? Failure.Of(FailureCode.UnsupportedMedia, "application/json")
        : !Guid.TryParse(context.Request.Headers["Idempotency-Key"], out _) ? Failure.Of(FailureCode.Malformed, "Idempotency-Key", "UUID")
        : null;

    async Task<IResult> RefuseAsync(
        HttpContext context, Door door, string number, string? partner, BodyRead got, Failure failure, CancellationToken cancellation)
    {
        await pipeline.TurnAwayAsync(
            new(door.Name, partner, partner is null ? null : number, DoorAnswers.AddressOf(context), got.Bytes, failure) 
            {
                Size = got.Size, Sha256 = got.Sha256, Keys = [.. context.Request.Headers["Idempotency-Key"].OfType<string>().Where(key => Guid.TryParse(key, out _))],
            }, cancellation);
        return DoorAnswers.Problem(context, failure);
    }

    async Task<IResult> FindAsync(HttpContext context, string number, CancellationToken cancellation)
    {
        var caller = entrance.Judge(context);
        if (Refusal(context, caller) is { } refusal)
            return DoorAnswers.Problem(context, refusal);
        return await queries.FindAsync(number, cancellation) is { } row && row.Tthc == caller.System
            ? Results.Json(DossierAnswer.Of(row), DoorAnswers.Json)
            : DoorAnswers.Problem(context, Failure.Of(FailureCode.UnknownDossier, number));
    }

    /// <summary>Dossiers changed since a time, page by page; after is the last cursor seen.</summary>
    async Task<IResult> ChangedAsync(HttpContext context, string? changedSince, long? after, CancellationToken cancellation)
    {
        var caller = entrance.Judge(context);
        if (Refusal(context, caller) is { } refusal)
            return DoorAnswers.Problem(context, refusal);
        var since = DateTimeOffset.MinValue.AddYears(1970);
        if (changedSince is not null && !DateTimeOffset.TryParse(changedSince, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out since))
            return DoorAnswers.Problem(context, Failure.Of(FailureCode.Malformed, "changedSince", "ISO-8601"));
        var rows = await queries.ChangedAsync(since, after ?? 0, Page, caller.System, cancellation);
        return Results.Json(new ChangesAnswer([.. rows.Select(DossierAnswer.Of)], rows.Count == Page ? rows[^1].ChangedSeq : null), DoorAnswers.Json);
    }

    static Failure? Refusal(HttpContext context, TthcCaller caller) => caller.Refusal ?? caller.JudgeSignature(context, default);

    static Reading<Act> Generalise<T>(Reading<T> reading) where T : Act =>
        new() { Value = reading.Value, Refusal = reading.Refusal, Blobs = reading.Blobs, Report = reading.Report, ContentHash = reading.ContentHash };

    sealed record Door(string Path, EventKind On, Func<ReadOnlyMemory<byte>, Reading<Act>> Read)
    {
        public string Name => $"tthc.{Path}";
    }
}
