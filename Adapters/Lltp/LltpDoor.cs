using System.Xml;
using LLTP.Hub.Adapters.Shared;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Lltp;
using LLTP.Hub.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace LLTP.Hub.Adapters.Lltp;

/// <summary>Where the LLTP software pushes look-ups, states and certificates: one SOAP address, data read only from what was signed.</summary>
public sealed class LltpDoor(
    MessagePipeline pipeline, DoorBody body, HubKeys keys, DoorLine lines, CertificateCheck certificates, IOptions<LltpOptions> options, TimeProvider clock)
    : IPartnerDoors, IKeptMessages
{
    public const string Path = "/soap/lltp";
    const string Door = "lltp.push";
    const string ServerFault = "s:Server";

    // SOAP 1.2: read, so that its sender gets a VersionMismatch.
    const string NewerMedia = "application/soap+xml";
    const long Limit = 16 * DoorBody.Mebibyte;
    static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    readonly DoorPolicy policy = lines.Of(Partner.Lltp, options.Value);
    readonly Lazy<Trust> trust = new(() => keys.TrustOf(options.Value.Signers()));

    public void MapDoors(IEndpointRouteBuilder routes) => routes.MapPost(Path, PushAsync);

    async Task<IResult> PushAsync(HttpContext context, CancellationToken cancellation)
    {
        if (lines.Judge(policy, context).Refusal is { } closed)
            return await StrangerAsync(context, await DoorBody.CountAsync(context, cancellation), closed, cancellation);
        using var read = await body.ReadAsync(context, Limit, cancellation);
        if (read.TooLarge)
            return await StrangerAsync(context, read, Failure.Of(FailureCode.TooLarge, Limit / DoorBody.Mebibyte), cancellation);
        if (!DoorAnswers.IsMedia(context, "text/xml", "application/xml", NewerMedia))
            return await StrangerAsync(context, read, Failure.Of(FailureCode.UnsupportedMedia, "text/xml"), cancellation);
        var xml = SafeXml.Read(read.Bytes, XmlLimits.Default);
        if (xml.Document is not { } document)
            return await StrangerAsync(context, read, Failure.Of(FailureCode.Malformed, "Envelope", xml.Refusal?.Sentence ?? ""), cancellation);

        var verified = WsSecurity.Verify(document, trust.Value, clock.GetUtcNow(), Window, options.Value.MustSign);
        return verified.IsVerified
            ? await TakeAsync(context, read, verified.Element, verified, cancellation)
            : await DisbelieveAsync(context, read, verified.Refusal, verified.AnswerTo, cancellation);
    }

    async Task<IResult> TakeAsync(HttpContext context, BodyRead read, XmlElement element, SoapVerification verified, CancellationToken cancellation)
    {
        var push = LltpPush.Read(element);
        if (push.Content is not { } content || push.Dossier is not { } dossier)
            return await RefuseAsync(context, read, push.Dossier, verified.AnswerTo, push.Refusal.AsFailure(), cancellation);

        var incoming = Message(push, content, dossier, verified.MessageId, Canonical.ExclusiveSha256(element), read.Bytes);
        var receipt = await pipeline.AcceptAsync(
            certificates.Judge(incoming with { Address = DoorAnswers.AddressOf(context), OriginalHash = read.Sha256 }), cancellation);
        return receipt.Answer is { } answer
            ? Reply(element.LocalName, verified.AnswerTo, answer)
            : Fault(context, verified.AnswerTo, Words(receipt.Refusal ?? Failure.Of(FailureCode.Busy)));
    }

    // A message without addressing has its business key for an identity.
    static Incoming Message(LltpPush push, Content content, string dossier, string? messageId, string contentHash, ReadOnlyMemory<byte> bytes) => new(
        Partner.Lltp, Door, dossier, push.On, messageId is { } id ? [id, push.BusinessKey] : [push.BusinessKey], contentHash, bytes, content)
    {
        Files = push.Files, At = (content as Act)?.At, Lookup = (content as LookupRequest)?.LookupId,
    };

    public bool Reads(string door) => door == Door;

    public bool IsSigned => true;

    public Task<Reread> ReadAsync(KeptMessage kept, CancellationToken cancellation) => Task.FromResult(Read(kept));

    Reread Read(KeptMessage kept)
    {
        var xml = SafeXml.Read(kept.Bytes, XmlLimits.Default);
        if (xml.Document is not { } document)
            return Reread.No(Failure.Of(FailureCode.Malformed, "Envelope", xml.Refusal?.Sentence ?? ""));
        var verified = WsSecurity.Verify(document, trust.Value, kept.At, Window, options.Value.MustSign);
        if (!verified.IsVerified)
            return Reread.No(Failure.Of(FailureCode.Forged, verified.Refusal.Sentence));
        var push = LltpPush.Read(verified.Element);
        return push.Content is { } content && push.Dossier is { } dossier
            ? Reread.Of(certificates.Judge(Message(push, content, dossier, verified.MessageId, Canonical.ExclusiveSha256(verified.Element), kept.Bytes)))
            : Reread.No(push.Refusal.AsFailure());
    }

    IResult Reply(string operation, string? answerTo, Answer answer)
    {
        var writing = LltpMap.WriteReply(operation, "0", "Đã tiếp nhận", answer.EventId);
        return Results.Bytes(Soap.Sign(writing.Bytes ?? default, Answering($"{operation}Response", answerTo), keys.Signing, clock.GetUtcNow()), Soap.MediaType);
    }

    async Task<IResult> StrangerAsync(HttpContext context, BodyRead read, Failure failure, CancellationToken cancellation)
    {
        await TurnAwayAsync(context, read, failure, cancellation);
        return Fault(context, null, Words(failure));
    }

    async Task<IResult> DisbelieveAsync(
        HttpContext context, BodyRead read, SignatureRefusal rule, string? answerTo, CancellationToken cancellation)
    {
        var failure = rule.AsFailure();
        await TurnAwayAsync(context, read, failure, cancellation);
        return Fault(context, answerTo, new(SecurityFault.CodeOf(rule.Code), Both(failure), $"{failure.Code}") { Rule = rule });
    }

    Task TurnAwayAsync(HttpContext context, BodyRead read, Failure failure, CancellationToken cancellation) => pipeline.TurnAwayAsync(
        new(Door, null, null, DoorAnswers.AddressOf(context), default, failure) { Size = read.Size, Sha256 = read.Sha256 }, cancellation);

    async Task<IResult> RefuseAsync(
        HttpContext context, BodyRead read, string? dossier, string? answerTo, Failure failure, CancellationToken cancellation)
    {
        await pipeline.TurnAwayAsync(
            new(Door, Partner.Lltp, dossier, DoorAnswers.AddressOf(context), read.Bytes, failure) { Sha256 = read.Sha256 }, cancellation);
        return Fault(context, answerTo, Words(failure));
    }

    static FaultWords Words(Failure failure) => new(failure.IsTemporary ? ServerFault : "s:Client", Both(failure), $"{failure.Code}");

    // SOAP 1.1 has one faultstring for all languages.
    static string Both(Failure failure) => $"{failure.Detail} / {failure.DetailEnglish}";

    // SOAP 1.1 over HTTP: a fault always has status 500 (WS-I Basic Profile R1126); Retry-After tells the sender when to come back.
    SignedFault Fault(HttpContext context, string? answerTo, FaultWords words)
    {
        if (words.Code == ServerFault)
            context.Response.Headers.RetryAfter = "1";
        return new(Soap.Fault(words, Answering("Fault", answerTo), keys.Signing, clock.GetUtcNow()));
    }

    static Addressing Answering(string action, string? answerTo) =>
        new($"urn:uuid:{Guid.CreateVersion7()}", $"{Soap.ContractNamespace}:{action}", null, answerTo);

    sealed class SignedFault(ReadOnlyMemory<byte> bytes) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status500InternalServerError;
            httpContext.Response.ContentType = Soap.MediaType;
            await httpContext.Response.Body.WriteAsync(bytes, httpContext.RequestAborted);
        }
    }
}
