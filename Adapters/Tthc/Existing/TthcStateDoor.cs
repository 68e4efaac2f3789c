using LLTP.Hub.Adapters.Shared;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Mappings.Lgsp;
using LLTP.Hub.Mappings.Vneid;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LLTP.Hub.Adapters.Tthc;

/// <summary>
/// Where TTHC systems of today tell their states, as they tell them to VNeID (traKetQuaHoSoLLTP). Those systems read the body and no HTTP
/// status, and never repeat what is not answered "00" or "03": whatever is temporary is a "03".
/// </summary>
public sealed class TthcStateDoor(
    MessagePipeline pipeline, TthcStands stands, DoorBody body, IEnumerable<TthcSystem> systems, DoorLine lines, TimeProvider clock) : IPartnerDoors, IKeptMessages
{
    const long Limit = 24 * DoorBody.Mebibyte;
    const int Tries = 3;

    /// <summary>The contract gives a message no identity: the same words again within this time are the same message again.</summary>
    static readonly TimeSpan SameWords = TimeSpan.FromMinutes(10);

    readonly TthcEntrance entrance = new(systems, TthcContract.Existing, lines, clock);

    public void MapDoors(IEndpointRouteBuilder routes)
    {
        foreach (var path in entrance.Systems.Select(system => system.Options.Prefix + system.Options.StatusPath).Distinct())
            routes.MapPost(path, TakeAsync);
    }

    async Task<IResult> TakeAsync(HttpContext context, CancellationToken cancellation)
    {
        var caller = entrance.Judge(context);
        if (caller.Refusal is { } stranger)
            return await RefuseAsync(context, null, await DoorBody.CountAsync(context, cancellation), stranger, cancellation);
        using var got = await body.ReadAsync(context, Limit, cancellation);
        if (got.TooLarge)
            return await RefuseAsync(context, caller.IsKnown ? Partner.Tthc : null, got, Failure.Of(FailureCode.TooLarge, Limit / DoorBody.Mebibyte), cancellation);
        if (caller.JudgeSignature(context, got.Bytes.Span) is { } forged)
            return await RefuseAsync(context, caller.IsKnown ? Partner.Tthc : null, got, forged, cancellation);
        var reading = ToldStateMap.Read(got.Bytes);
        if (reading.Value is not { } told)
            return await RefuseAsync(context, Partner.Tthc, got, reading.Refusal.AsFailure(), cancellation);

        for (var tries = 1; ; tries++)
        {
            var (message, settled) = await DecideAsync(told, caller.System, got.Bytes, cancellation);
            if (message is null)
                return settled is { IsTemporary: false } no ? await RefuseAsync(context, Partner.Tthc, got, no, cancellation) : Answer(settled);
            var receipt = await pipeline.AcceptAsync(
                message with { Address = DoorAnswers.AddressOf(context), OriginalHash = got.Sha256, System = caller.System }, cancellation);
            // The dossier may have moved on meanwhile: then the same words mean something else.
            if (receipt.Refusal is not { Code: FailureCode.NotAllowedNow } || tries == Tries)
                return Answer(receipt.Refusal is { Code: FailureCode.NotAllowedNow } ? Failure.Of(FailureCode.Busy) : receipt.Refusal);
        }
    }

    public bool Reads(string door) => door == ToldMessage.Door;

    public bool IsSigned => false;

    public async Task<Reread> ReadAsync(KeptMessage kept, CancellationToken cancellation)
    {
        var reading = ToldStateMap.Read(kept.Bytes);
        if (reading.Value is not { } told)
            return Reread.No(reading.Refusal.AsFailure());
        var (message, settled) = await DecideAsync(told, null, kept.Bytes, cancellation);
        return message is null ? Reread.No(settled ?? Failure.Of(FailureCode.ContentConflict)) : Reread.Of(message);
    }

    /// <summary>The message that the state makes of itself; else why there is none, or nothing where it was taken before.</summary>
    async Task<(Incoming? Message, Failure? Settled)> DecideAsync(ToldState told, string? system, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        if (await stands.FindAsync(told.Number, cancellation) is not { } stand || (system is not null && stand.Dossier.Tthc != system))
            return (null, Failure.Of(FailureCode.UnknownDossier, told.Number));
        var version = stand.Dossier.Version;
        if (await stands.WasTakenAsync([ToldMessage.Key(null, told, version)], DateTimeOffset.UnixEpoch, cancellation)
            || await stands.WasTakenAsync(ToldMessage.Earlier(told, version), clock.GetUtcNow() - SameWords, cancellation))
            return (null, null);
        var news = told.IsDecision ? new(null) : ToldNews.Of(stand, told.State);
        return news switch
        {
            { Wait: true } => (null, Failure.Of(FailureCode.Busy)),
            { On: { } on } => (ToldMessage.Of(on, told, version, bytes, clock.GetUtcNow()), null),
            _ => (null, Failure.Of(FailureCode.NotAllowedNow, told.Number, stand.Dossier.State, told.IsDecision ? "thuhoi" : told.State, "-")),
        };
    }

    async Task<IResult> RefuseAsync(HttpContext context, string? partner, BodyRead got, Failure failure, CancellationToken cancellation)
    {
        await pipeline.TurnAwayAsync(new(ToldMessage.Door, partner, null, DoorAnswers.AddressOf(context), got.Bytes, failure)
        {
            Size = got.Size, Sha256 = got.Sha256,
        }, cancellation);
        return Answer(failure, partner is null ? DoorAnswers.StatusOf(failure.Code) : StatusCodes.Status200OK);
    }

    static IResult Answer(Failure? failure, int status = StatusCodes.Status200OK) => Results.Json(failure switch
    {
        null => VneidReply.Done,
        { IsTemporary: true } => new VneidReply("03", null, MinistryMap.Later),
        _ => VneidReply.Refused(failure.Detail),
    }, DoorAnswers.Json, statusCode: status);
}
