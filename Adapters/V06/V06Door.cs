using LLTP.Hub.Adapters.Shared;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.V06;
using LLTP.Hub.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace LLTP.Hub.Adapters.V06;

/// <summary>Where look-up results come in; every answer is a signed receipt (BienNhan).</summary>
public sealed class V06Door(
    MessagePipeline pipeline, DossierQueries queries, DoorBody body, HubKeys keys, DoorLine lines, IOptions<V06Options> options,
    TimeProvider clock) : IPartnerDoors, IKeptMessages
{
    const string Door = "v06.KetQuaTraCuu";
    const long Limit = 16 * DoorBody.Mebibyte;

    readonly DoorPolicy policy = lines.Of(Partner.V06, options.Value);
    readonly Lazy<Trust> trust = new(() => keys.TrustOf(options.Value.Signers()));

    public void MapDoors(IEndpointRouteBuilder routes) => routes.MapPost("/v06/ket-qua", ResultAsync);

    async Task<IResult> ResultAsync(HttpContext context, CancellationToken cancellation)
    {
        if (lines.Judge(policy, context).Refusal is { } closed)
            return await RefuseAsync(context, await DoorBody.CountAsync(context, cancellation), null, null, closed, cancellation);
        using var read = await body.ReadAsync(context, Limit, cancellation);
        if (read.TooLarge)
            return await RefuseAsync(context, read, null, null, Failure.Of(FailureCode.TooLarge, Limit / DoorBody.Mebibyte), cancellation);
        if (!DoorAnswers.IsMedia(context, "application/xml", "text/xml"))
            return await RefuseAsync(context, read, null, null, Failure.Of(FailureCode.UnsupportedMedia, "application/xml"), cancellation);
        var xml = SafeXml.Read(read.Bytes, XmlLimits.Default);
        if (xml.Document is not { } document)
            return await RefuseAsync(context, read, null, null, Failure.Of(FailureCode.Malformed, "KetQuaTraCuu", xml.Refusal?.Sentence ?? ""), cancellation);
        var verified = XmlVerifier.VerifyEnveloped(document, trust.Value, clock.GetUtcNow(), options.Value.RequireXades);
        if (!verified.IsVerified)
            return await RefuseAsync(context, read, null, null, verified.Refusal.AsFailure(), cancellation);

        var reading = V06Map.ReadAnswer(verified.Element);
        if (reading.Value is not { } answer)
            return await RefuseAsync(context, read, Partner.V06, null, reading.Refusal.AsFailure(), cancellation);
        if (await queries.DossierOfRequestAsync(answer.RequestId, cancellation) is not { } dossier)
            return await RefuseAsync(context, read, Partner.V06, answer, Failure.Of(FailureCode.UnknownRequest, answer.RequestId), cancellation);
        return await TakeAsync(context, read, dossier, answer, Canonical.ExclusiveSha256(verified.Element), cancellation);
    }

    async Task<IResult> TakeAsync(
        HttpContext context, BodyRead read, string dossier, LookupAnswer answer, string contentHash, CancellationToken cancellation)
    {
        var receipt = await pipeline.AcceptAsync(
            Message(dossier, answer, contentHash, read.Bytes) with { Address = DoorAnswers.AddressOf(context), OriginalHash = read.Sha256 }, cancellation);
        return receipt.Refusal is { } refusal ? Refuse(context, answer, refusal) : Receipt(StatusCodes.Status200OK, answer, receipt.Repeated ? "DaCo" : "DaNhan", null);
    }

    static Incoming Message(string dossier, LookupAnswer answer, string contentHash, ReadOnlyMemory<byte> bytes)
    {
        var on = answer.Result == LookupResult.Verifying ? EventKind.LookupInterim : EventKind.LookupAnswered;
        return new(Partner.V06, Door, dossier, on, [$"{answer.RequestId} {answer.AnswerNo}"], contentHash, bytes, answer)
        {
            At = answer.At, Lookup = answer.RequestId,
        };
    }

    public bool Reads(string door) => door == Door;

    public bool IsSigned => true;

    public async Task<Reread> ReadAsync(KeptMessage kept, CancellationToken cancellation)
    {
        var xml = SafeXml.Read(kept.Bytes, XmlLimits.Default);
        if (xml.Document is not { } document)
            return Reread.No(Failure.Of(FailureCode.Malformed, "KetQuaTraCuu", xml.Refusal?.Sentence ?? ""));
        var verified = XmlVerifier.VerifyEnveloped(document, trust.Value, kept.At);
        if (!verified.IsVerified)
            return Reread.No(Failure.Of(FailureCode.Forged, verified.Refusal.Sentence));
        var reading = V06Map.ReadAnswer(verified.Element);
        if (reading.Value is not { } answer)
            return Reread.No(reading.Refusal.AsFailure());
        return await queries.DossierOfRequestAsync(answer.RequestId, cancellation) is { } dossier
            ? Reread.Of(Message(dossier, answer, Canonical.ExclusiveSha256(verified.Element), kept.Bytes))
            : Reread.No(Failure.Of(FailureCode.UnknownRequest, answer.RequestId));
    }

    async Task<IResult> RefuseAsync(
        HttpContext context, BodyRead read, string? partner, LookupAnswer? answer, Failure failure, CancellationToken cancellation)
    {
        var kept = partner is null ? default : read.Bytes;
        await pipeline.TurnAwayAsync(
            new(Door, partner, null, DoorAnswers.AddressOf(context), kept, failure) { Size = read.Size, Sha256 = read.Sha256 }, cancellation);
        return Refuse(context, answer, failure);
    }

    SignedReceipt Refuse(HttpContext context, LookupAnswer? answer, Failure failure)
    {
        if (failure.IsTemporary)
            context.Response.Headers.RetryAfter = "1";
        return Receipt(DoorAnswers.StatusOf(failure.Code), answer, "TuChoi", failure);
    }

    SignedReceipt Receipt(int status, LookupAnswer? answer, string state, Failure? failure)
    {
        var writing = V06Map.WriteReceipt(answer?.RequestId, answer?.AnswerNo, state, failure?.Code.ToString(), failure?.Detail, clock.GetUtcNow());
        return new(status, SignedDocument.Sign(writing.Bytes ?? default, keys.For(KeyPurpose.Xml), clock.GetUtcNow()));
    }

    sealed class SignedReceipt(int status, byte[] bytes) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = status;
            httpContext.Response.ContentType = SignedDocument.MediaType;
            await httpContext.Response.Body.WriteAsync(bytes, httpContext.RequestAborted);
        }
    }
}
