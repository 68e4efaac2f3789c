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
    MessagePipeline pipeline, DoorBody body, HubKeys keys, CertificateCheck certificates, IOptions<LltpOptions> options, TimeProvider clock) : IPartnerDoors
{
    public const string Path = "/soap/lltp";
    const long Limit = 16 * DoorBody.Mebibyte;
    static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    readonly Lazy<Trust> trust = new(() => keys.TrustOf(options.Value));

    public void MapDoors(IEndpointRouteBuilder routes) => routes.MapPost(Path, PushAsync).WithTags("LLTP").ExcludeFromDescription();

    async Task<IResult> PushAsync(HttpContext context, CancellationToken cancellation)
    {
        using var read = await body.ReadAsync(context, Limit, cancellation);
        if (read.TooLarge)
            return await StrangerAsync(context, read, Failure.Of(FailureCode.TooLarge, Limit / DoorBody.Mebibyte), cancellation);
        if (!DoorAnswers.IsMedia(context, "text/xml", "application/xml"))
            return await StrangerAsync(context, read, Failure.Of(FailureCode.UnsupportedMedia, "text/xml"), cancellation);
        var xml = SafeXml.Read(read.Bytes, XmlLimits.Default);
        if (xml.Document is not { } document)
            return await StrangerAsync(context, read, Failure.Of(FailureCode.Malformed, "Envelope", xml.Refusal?.Sentence ?? ""), cancellation);

        var verified = WsSecurity.Verify(document, trust.Value, clock.GetUtcNow(), Window);
        if (!verified.IsVerified)
            return await StrangerAsync(context, read, Failure.Of(FailureCode.Forged, verified.Refusal.Sentence), cancellation);
        return await TakeAsync(context, read, verified.Element, verified.MessageId, cancellation);
    }

    async Task<IResult> TakeAsync(HttpContext context, BodyRead read, XmlElement element, string? messageId, CancellationToken cancellation)
    {
        var push = LltpPush.Read(element);
        if (messageId is null)
            return await RefuseAsync(context, read, push.Dossier, null, Failure.Of(FailureCode.Malformed, "wsa:MessageID", "-"), cancellation);
        if (push.Content is not { } content || push.Dossier is not { } dossier)
            return await RefuseAsync(context, read, push.Dossier, messageId, push.Refusal.AsFailure(), cancellation);

        var incoming = new Incoming(
            Partner.Lltp, "lltp.push", dossier, push.On, [messageId, push.BusinessKey], Canonical.ExclusiveSha256(element), read.Bytes, content)
        {
            Files = push.Files, At = (content as Act)?.At, Lookup = (content as LookupRequest)?.LookupId, Address = DoorAnswers.AddressOf(context), OriginalHash = read.Sha256,
        };
        var receipt = await pipeline.AcceptAsync(certificates.Judge(incoming), cancellation);
        return receipt.Answer is { } answer
            ? Reply(element.LocalName, messageId, answer)
            : Fault(context, messageId, receipt.Refusal ?? Failure.Of(FailureCode.Busy));
    }

    IResult Reply(string operation, string messageId, Answer answer)
    {
        var writing = LltpMap.WriteReply(operation, "0", "Đã tiếp nhận", answer.EventId);
        var addressing = new Addressing($"urn:uuid:{Guid.CreateVersion7()}", $"{Soap.ContractNamespace}:{operation}Response", null, messageId);
        return Results.Bytes(Soap.Sign(writing.Bytes ?? default, addressing, keys.Signing, clock.GetUtcNow()), Soap.MediaType);
    }

    async Task<IResult> StrangerAsync(HttpContext context, BodyRead read, Failure failure, CancellationToken cancellation)
    {
        await pipeline.TurnAwayAsync(
            new("lltp.push", null, null, DoorAnswers.AddressOf(context), default, failure) { Size = read.Size, Sha256 = read.Sha256 }, cancellation);
        return Fault(context, null, failure);
    }

    async Task<IResult> RefuseAsync(
        HttpContext context, BodyRead read, string? dossier, string? messageId, Failure failure, CancellationToken cancellation)
    {
        await pipeline.TurnAwayAsync(
            new("lltp.push", Partner.Lltp, dossier, DoorAnswers.AddressOf(context), read.Bytes, failure) { Sha256 = read.Sha256 }, cancellation);
        return Fault(context, messageId, failure);
    }

    // SOAP 1.1 over HTTP: a fault always has status 500 (WS-I Basic Profile R1126); 503 tells the sender when to come back.
    SignedFault Fault(HttpContext context, string? messageId, Failure failure)
    {
        var busy = failure.IsTemporary;
        if (busy)
            context.Response.Headers.RetryAfter = "1";
        var addressing = new Addressing($"urn:uuid:{Guid.CreateVersion7()}", $"{Soap.ContractNamespace}:Fault", null, messageId);
        return new(Soap.Fault(busy ? "Server" : "Client", failure.Detail, failure.Code.ToString(), addressing, keys.Signing, clock.GetUtcNow()));
    }

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
