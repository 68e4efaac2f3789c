using LLTP.Hub.Adapters.Shared;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Lltp;
using LLTP.Hub.Security;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LLTP.Hub.Adapters.Lltp;

/// <summary>Gives the shared LLTP software dossiers and look-up results, over signed SOAP.</summary>
public sealed class LltpAdapter(
    [FromKeyedServices(Partner.Lltp)] PartnerLine line, IOptions<LltpOptions> options, HubKeys keys, TimeProvider clock) : IPartnerAdapter
{
    readonly Lazy<Trust> trust = new(() => keys.TrustOf(options.Value.Signers()));

    public AdapterDescriptor Descriptor { get; } = new(Partner.Lltp, "lltp-soap", Protocol.Soap, Capabilities.Doors,
    [
        new(MessageKind.LltpDossier, true), new(MessageKind.LltpUpdate, true), new(MessageKind.LltpPause, true),
        new(MessageKind.LltpStop, true), new(MessageKind.LltpLookupResult, true),
    ]);

    public bool IsConfigured => options.Value.Endpoint is not null;

    public async Task<Reply> SendAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        var (operation, writing) = await MapAsync(outgoing, cancellation);
        if (writing.Bytes is not { } body)
            return Reply.NotMapped(writing.Failure?.Path ?? outgoing.Kind);

        var address = new Uri(options.Value.Endpoint ?? new Uri("about:blank"), options.Value.Path);
        var messageId = $"urn:uuid:{outgoing.DeliveryId}";
        var action = $"{Soap.ContractNamespace}:{operation}";
        var bytes = Soap.Sign(body, new(messageId, action, address.ToString(), null), keys.Signing, clock.GetUtcNow());
        var answer = await line.SendAsync(new(HttpMethod.Post, address, bytes, Soap.MediaType) { Headers = [("SOAPAction", $"\"{action}\"")] }, cancellation);
        return SoapAnswer.Read(answer, messageId, trust.Value, clock.GetUtcNow()) with { SentHash = Fingerprint.Sha256Hex(bytes.Span) };
    }

    public Task<string?> CheckAsync(CancellationToken cancellation) => line.CheckAsync(options.Value.Endpoint, cancellation);

    async Task<(string Operation, Writing Writing)> MapAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        switch (outgoing.Kind)
        {
            case MessageKind.LltpPause:
                return ("tamDungHoSo", LltpMap.WritePause(outgoing.Dossier));
            case MessageKind.LltpStop:
                return ("dungHoSo", LltpMap.WriteStop(outgoing.Dossier));
            case MessageKind.LltpLookupResult:
                var answer = await outgoing.Source.Content(cancellation) as LookupAnswer
                    ?? throw new InvalidOperationException($"Delivery {outgoing.DeliveryId} has no look-up answer.");
                return ("nhanKetQuaTraCuu", LltpMap.WriteLookupAnswer(outgoing.Dossier, answer, outgoing.Reference ?? ""));
            default:
                var application = await outgoing.Source.Application(cancellation);
                var files = await outgoing.Source.Files(application.Files(), cancellation);
                var codes = new LltpCodes { MinistryJusticeId = options.Value.MinistryUnit };
                return outgoing.Kind == MessageKind.LltpUpdate
                    ? ("capNhatHoSo", LltpMap.WriteUpdate(outgoing.Dossier, application, files, codes))
                    : ("nhanHoSoDangKy", LltpMap.WriteDossier(outgoing.Dossier, application, files, codes));
        }
    }
}
