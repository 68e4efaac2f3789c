using LLTP.Hub.Adapters.Shared;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Payloads;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Mappings.Lgsp;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LLTP.Hub.Adapters.Tthc;

/// <summary>
/// Where TTHC systems of today send dossiers to the ministry (DataLGSP) and ask for results: the hub answers in its place. A dossier from VNeID
/// is thereby accepted, since nothing else is sent there; one that the hub does not know was made at the counter.
/// </summary>
public sealed class TthcMinistryDoors(
    MessagePipeline pipeline, SentDossiers sent, IssuedCertificates certificates, TthcStands stands, DoorBody body, IEnumerable<TthcSystem> systems,
    DoorLine lines, TimeProvider clock) : IPartnerDoors, IKeptMessages
{
    const long Limit = 48 * DoorBody.Mebibyte;

    readonly TthcEntrance entrance = new(systems, TthcContract.Existing, lines, clock);

    public void MapDoors(IEndpointRouteBuilder routes)
    {
        foreach (var path in entrance.Systems.Select(system => system.Options.Prefix + system.Options.SendPath).Distinct())
            routes.MapPost(path, (HttpContext context, CancellationToken cancellation) => AnswerAsync(context, SendAsync, cancellation));
        foreach (var path in entrance.Systems.Select(system => system.Options.Prefix + system.Options.PollPath).Distinct())
            routes.MapPost(path, (HttpContext context, CancellationToken cancellation) => AnswerAsync(context, PollAsync, cancellation));
    }

    public bool Reads(string door) => door == SentDossiers.Door;

    public bool IsSigned => false;

    public Task<Reread> ReadAsync(KeptMessage kept, CancellationToken cancellation) => sent.ReadAsync(kept.Bytes, cancellation);

    async Task<IResult> AnswerAsync(HttpContext context, Func<MinistryMessage, CancellationToken, Task<ReadOnlyMemory<byte>>> answer, CancellationToken cancellation)
    {
        var caller = entrance.Judge(context);
        if (caller.Refusal is { } stranger)
            return await RefuseAsync(context, null, await DoorBody.CountAsync(context, cancellation), stranger, cancellation);
        using var got = await body.ReadAsync(context, Limit, cancellation);
        var known = caller.IsKnown ? Partner.Tthc : null;
        if (got.TooLarge)
            return await RefuseAsync(context, known, got, Failure.Of(FailureCode.TooLarge, Limit / DoorBody.Mebibyte), cancellation);
        if (caller.JudgeSignature(context, got.Bytes.Span) is { } forged)
            return await RefuseAsync(context, known, got, forged, cancellation);
        if (MinistryMap.ReadHead(got.Bytes) is not { } head)
            return await RefuseAsync(context, Partner.Tthc, got, Failure.Of(FailureCode.Malformed, "maHoSoMCDT", "authKey, maTinh, maHoSoMCDT"), cancellation);
        return caller.Shows(head.AuthKey)
            ? Json(await answer(new(head.Number, caller.System, DoorAnswers.AddressOf(context), got), cancellation), StatusCodes.Status200OK)
            : await RefuseAsync(context, null, got, Failure.Of(FailureCode.NotAuthenticated), cancellation);
    }

    async Task<ReadOnlyMemory<byte>> SendAsync(MinistryMessage asked, CancellationToken cancellation)
    {
        var refusal = await sent.TakeAsync(asked, cancellation);
        return MinistryMap.WriteReply(refusal is { IsTemporary: true } ? MinistryMap.Later : refusal?.Detail);
    }

    async Task<ReadOnlyMemory<byte>> PollAsync(MinistryMessage asked, CancellationToken cancellation)
    {
        if (await stands.FindAsync(asked.Number, cancellation) is not { } stand || stand.Dossier.Tthc != asked.System)
            return MinistryMap.WriteAnswer(asked.Number, null, null, _ => default);
        var (certificate, files) = await certificates.OfAsync(stand.Dossier, cancellation);
        return MinistryMap.WriteAnswer(asked.Number, stand.Dossier.State, certificate, files);
    }

    async Task<IResult> RefuseAsync(HttpContext context, string? partner, BodyRead got, Failure failure, CancellationToken cancellation)
    {
        await pipeline.TurnAwayAsync(new(SentDossiers.Door, partner, null, DoorAnswers.AddressOf(context), partner is null ? default : got.Bytes, failure)
        {
            Size = got.Size, Sha256 = got.Sha256,
        }, cancellation);
        return Json(MinistryMap.WriteReply(failure.Detail), partner is null ? DoorAnswers.StatusOf(failure.Code) : StatusCodes.Status200OK);
    }

    static IResult Json(ReadOnlyMemory<byte> answer, int status) => Results.Text(answer.Span, "application/json; charset=utf-8", status);
}

/// <summary>A message of a TTHC system to the ministry, its sender proved.</summary>
public sealed record MinistryMessage(string Number, string? System, string? Address, BodyRead Body);
