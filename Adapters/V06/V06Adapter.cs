using LLTP.Hub.Adapters.Shared;
using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.V06;
using LLTP.Hub.Security;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LLTP.Hub.Adapters.V06;

/// <summary>Asks the police records department for look-ups in signed XML; can ask whether a request arrived (HoiTrangThai).</summary>
public sealed class V06Adapter(
    [FromKeyedServices(Partner.V06)] PartnerLine line, IOptions<V06Options> options, IOptions<LookupOptions> lookups, HubKeys keys, TimeProvider clock)
    : IPartnerAdapter, IAskablePartner, IHoldingPartner
{
    readonly Lazy<Trust> trust = new(() => keys.TrustOf(options.Value.Signers()));

    public AdapterDescriptor Descriptor { get; } = new(Partner.V06, "v06-xml", Protocol.SignedXml, Capabilities.Doors | Capabilities.Ask,
        [.. Kinds(lookups.Value.Mode)]);

    public bool IsConfigured => options.Value.Endpoint is not null;

    public async Task<Reply> SendAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        var writing = outgoing.Kind == MessageKind.V06Cancel
            ? V06Map.WriteCancel(outgoing.Dossier, outgoing.Reference ?? "", outgoing.Dossier.Reason ?? outgoing.Dossier.EventName)
            : V06Map.WriteLookup(outgoing.Dossier, await outgoing.Source.Application(cancellation), outgoing.DeliveryId);
        return writing.Bytes is { } bytes ? await PostAsync(bytes, cancellation) : Reply.NotMapped(writing.Failure?.Place ?? outgoing.Kind);
    }

    /// <summary>A cancellation is asked about through the request that it cancels.</summary>
    public async Task<Asked> AskAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        var request = outgoing.Kind == MessageKind.V06Cancel ? outgoing.Reference ?? "" : outgoing.DeliveryId;
        var reply = await PostAsync(V06Map.WriteQuestion(request, clock.GetUtcNow()).Bytes ?? default, cancellation);
        return new(reply.Transport == Transport.Readable ? V06Presence.Of(outgoing.Kind, reply.Code) : Presence.CannotSay, reply);
    }

    public async Task<Held> HoldsAsync(string dossier, string reference, CancellationToken cancellation)
    {
        var reply = await PostAsync(V06Map.WriteQuestion(reference, clock.GetUtcNow()).Bytes ?? default, cancellation);
        return reply.Transport == Transport.Readable ? V06Presence.Holding(dossier, reference, reply.Code) : Held.Silent;
    }

    public Task<string?> CheckAsync(CancellationToken cancellation) => line.CheckAsync(options.Value.Endpoint, cancellation);

    // Where the LLTP software looks up itself nothing new is asked here; what was asked before can still be cancelled.
    static IEnumerable<MessageKindRow> Kinds(LookupMode mode) => mode == LookupMode.InLltp
        ? [new(MessageKind.V06Cancel, true)]
        : [new(MessageKind.V06Lookup, true), new(MessageKind.V06Cancel, true)];

    async Task<Reply> PostAsync(ReadOnlyMemory<byte> unsigned, CancellationToken cancellation)
    {
        var bytes = SignedDocument.Sign(unsigned, keys.For(KeyPurpose.Xml), clock.GetUtcNow());
        var address = new Uri(options.Value.Endpoint ?? new Uri("about:blank"), options.Value.Path);
        var answer = await line.SendAsync(new(HttpMethod.Post, address, bytes, SignedDocument.MediaType), cancellation);
        return Read(answer) with { SentHash = Fingerprint.Sha256Hex(bytes) };
    }

    Reply Read(PartnerAnswer answer)
    {
        if (answer.Transport != Transport.Readable || SafeXml.Read(answer.Body, XmlLimits.Default).Document is not { } document)
            return answer.Unreadable;
        var verified = XmlVerifier.VerifyEnveloped(document, trust.Value, clock.GetUtcNow(), options.Value.RequireXades);
        return verified.IsVerified ? answer.Read(V06Map.ReadReceipt(verified.Element)) with { Evidence = answer.Body } : answer.Unreadable;
    }
}
