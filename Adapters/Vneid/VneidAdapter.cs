using LLTP.Hub.Adapters.Shared;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Vneid;
using LLTP.Hub.Security;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LLTP.Hub.Adapters.Vneid;

/// <summary>Tells VNeID states and results (traKetQuaHoSoLLTP).</summary>
public sealed class VneidAdapter(
    [FromKeyedServices(Partner.Vneid)] PartnerLine line, IOptions<VneidOptions> options) : IPartnerAdapter
{
    public AdapterDescriptor Descriptor { get; } = new(Partner.Vneid, "vneid", Protocol.Rest, Capabilities.Doors,
        [new(MessageKind.VneidState, true), new(MessageKind.VneidResult, true), new(MessageKind.VneidDecision, true)]);

    public bool IsConfigured => options.Value.Endpoint is not null;

    public async Task<Reply> SendAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        var writing = outgoing.Kind switch
        {
            MessageKind.VneidResult => await ResultAsync(outgoing, cancellation),
            MessageKind.VneidDecision => await DecisionAsync(outgoing, cancellation),
            _ => VneidMap.WriteState(outgoing.Dossier),
        };
        if (writing.Bytes is not { } bytes)
            return Reply.NotMapped(writing.Failure?.Place ?? outgoing.Kind);
        var answer = await line.SendAsync(new(HttpMethod.Post, Address(options.Value.StatusPath), bytes, "application/json; charset=utf-8"), cancellation);
        return answer.Read(VneidMap.ReadReply(answer.Body)) with { SentHash = Fingerprint.Sha256Hex(bytes.Span) };
    }

    public Task<string?> CheckAsync(CancellationToken cancellation) => line.CheckAsync(options.Value.Endpoint, cancellation);

    async Task<Writing> ResultAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        var detail = outgoing.Dossier.State == (int)DossierState.HandedOver ? options.Value.ResultWith10 : ResultDetail.Full;
        var certificate = await outgoing.CertificateAsync(cancellation);
        var files = await outgoing.Source.Files(certificate.Files(), cancellation);
        return VneidMap.WriteResult(outgoing.Dossier, certificate, detail, files);
    }

    async Task<Writing> DecisionAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        var decision = await outgoing.DecisionAsync(cancellation);
        return options.Value.DecisionTypes.Of(decision.Type) is { Length: > 0 } type
            ? VneidMap.WriteDecision(outgoing.Dossier, decision, type, await outgoing.Source.Files([decision.File], cancellation))
            : new(null, Unmapped, []);
    }

    // Parked until the province has configured a word for it; then it is retried.
    static MappingFailure Unmapped { get; } = new(MappingFailureCode.UnmappedCode, "type", "Chưa có mã loại quyết định", "No type for this kind of decision");

    Uri Address(string path) => new(options.Value.Endpoint ?? new Uri("about:blank"), path);
}
