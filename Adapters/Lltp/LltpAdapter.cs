using System.Xml;
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
    [FromKeyedServices(Partner.Lltp)] PartnerLine line, IOptions<LltpOptions> options, HubKeys keys, TimeProvider clock)
    : IPartnerAdapter, IAskablePartner, IHoldingPartner, IListingPartner
{
    readonly Lazy<Trust> trust = new(() => keys.TrustOf(options.Value.Signers()));

    public AdapterDescriptor Descriptor { get; } = new(Partner.Lltp, "lltp-soap", Protocol.Soap, Capabilities.Doors | Capabilities.Ask,
    [
        new(MessageKind.LltpDossier, true), new(MessageKind.LltpUpdate, true), new(MessageKind.LltpPause, true),
        new(MessageKind.LltpStop, true), new(MessageKind.LltpLookupResult, true),
        new(MessageKind.LltpDecision, true),
    ]);

    public bool IsConfigured => options.Value.Endpoint is not null;

    public async Task<Reply> SendAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        var (operation, writing) = await MapAsync(outgoing, cancellation);
        if (writing.Bytes is not { } body)
            return Reply.NotMapped(writing.Failure?.Place ?? outgoing.Kind);

        var messageId = $"urn:uuid:{outgoing.DeliveryId}";
        var (answer, sentHash) = await CallAsync(operation, body, messageId, cancellation);
        return SoapAnswer.Read(answer, messageId, trust.Value, clock.GetUtcNow()) with { SentHash = sentHash };
    }

    public async Task<Asked> AskAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        var carried = await outgoing.Source.Content(cancellation);
        var (element, answer, messageId) = await QuestionAsync("traTrangThaiHs", LltpMap.WriteStatusQuestion(outgoing.Dossier.Number), cancellation);
        var said = element is null ? null : LltpMap.ReadStatus(element);
        return new(LltpPresence.Of(outgoing, carried, said), SoapAnswer.Read(answer, messageId, trust.Value, clock.GetUtcNow()));
    }

    public async Task<Held> HoldsAsync(string dossier, string reference, CancellationToken cancellation)
    {
        var (element, _, _) = await QuestionAsync("traTrangThaiHs", LltpMap.WriteStatusQuestion(dossier), cancellation);
        return LltpHolding.Of(dossier, element is null ? null : LltpMap.ReadStatus(element));
    }

    /// <summary>Everything listed as changed since it was last ticked off, whatever the time.</summary>
    public async Task<IReadOnlyList<Holding>?> ChangedAsync(DateTimeOffset since, CancellationToken cancellation)
    {
        var (element, _, _) = await QuestionAsync("traDsTrangThaiHs", LltpMap.WriteChangesQuestion(), cancellation);
        return element is null || LltpMap.ReadChanges(element) is not { } changes ? null : [.. changes.Select(LltpHolding.Of)];
    }

    public async Task TickOffAsync(IReadOnlyList<Holding> agreed, CancellationToken cancellation)
    {
        foreach (var some in agreed.Select(held => held.Mark).OfType<string>().Chunk(LltpMap.MostTicks))
            await QuestionAsync("danhDauHsThanhCong", LltpMap.WriteTicks(some), cancellation);
    }

    public Task<string?> CheckAsync(CancellationToken cancellation) => line.CheckAsync(options.Value.Endpoint, cancellation);

    /// <summary>The signed answer, null when there is none to this question.</summary>
    async Task<(XmlElement? Element, PartnerAnswer Answer, string MessageId)> QuestionAsync(
        string operation, Writing question, CancellationToken cancellation)
    {
        var messageId = $"urn:uuid:{Guid.CreateVersion7()}";
        var (answer, _) = await CallAsync(operation, question.Bytes ?? default, messageId, cancellation);
        return (SoapAnswer.Verified(answer, messageId, trust.Value, clock.GetUtcNow()), answer, messageId);
    }

    async Task<(PartnerAnswer Answer, string SentHash)> CallAsync(
        string operation, ReadOnlyMemory<byte> body, string messageId, CancellationToken cancellation)
    {
        var address = new Uri(options.Value.Endpoint ?? new Uri("about:blank"), options.Value.Path);
        var action = $"{Soap.ContractNamespace}:{operation}";
        var bytes = Soap.Sign(body, new(messageId, action, address.ToString(), null), keys.Signing, clock.GetUtcNow());
        var call = new PartnerCall(HttpMethod.Post, address, bytes, Soap.MediaType) { Headers = [("SOAPAction", $"\"{action}\"")] };
        return (await line.SendAsync(call, cancellation), Fingerprint.Sha256Hex(bytes.Span));
    }

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
            case MessageKind.LltpDecision:
                var decision = await outgoing.DecisionAsync(cancellation);
                return ("nhanQuyetDinh", LltpMap.WriteDecision(outgoing.Dossier, decision, await outgoing.Source.Files([decision.File], cancellation)));
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
