using LLTP.Hub.Adapters.Shared;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Mappings.Vneid;
using LLTP.Hub.Security;

namespace LLTP.Hub.Adapters.Tthc;

/// <summary>
/// Gives a TTHC system of today dossiers as VNeID gives them (LayMaHoSo, TaoHoSo). The contract has no message for progress, and the system
/// fetches certificates itself; it can be asked nothing.
/// </summary>
public sealed class TthcExistingAdapter(PartnerLine line, TthcSystem system) : IPartnerAdapter, INumberingPartner
{
    readonly SecretText? code = system.Options.CodeGetFile is { } file ? SecretText.FromFile(file) : null;

    public AdapterDescriptor Descriptor { get; } =
        new(system.Partner, "tthc-existing", Protocol.Rest, Capabilities.Doors, [new(MessageKind.TthcDossier, true)]);

    public bool IsConfigured => system.Options.Endpoint is not null;

    public async Task<Reply> SendAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        var application = await outgoing.Source.Application(cancellation);
        var writing = VneidMap.WriteRequest(application, await outgoing.Source.Files(application.Files(), cancellation));
        if (writing.Bytes is not { } bytes)
            return Reply.NotMapped(writing.Failure?.Place ?? outgoing.Kind);
        var answer = await line.SendAsync(
            new(HttpMethod.Post, Address(system.Options.SubmitPath), bytes, "application/json; charset=utf-8"), cancellation);
        return answer.Read(VneidMap.ReadReply(answer.Body)) with { SentHash = Fingerprint.Sha256Hex(bytes.Span) };
    }

    public async Task<string?> NextNumberAsync(CancellationToken cancellation)
    {
        var answer = await line.SendAsync(new(HttpMethod.Get, Address(system.Options.NumberPath), default, ""), cancellation);
        return answer is { Transport: Transport.Readable, Status: 200 } ? VneidMap.ReadNumber(answer.Body) : null;
    }

    public Task<string?> CheckAsync(CancellationToken cancellation) => line.CheckAsync(system.Options.Endpoint, cancellation);

    // The code in the query is the contract's; addresses are never logged.
    Uri Address(string path) =>
        new(system.Options.Endpoint ?? new Uri("about:blank"), $"{path}?CodeGet={Uri.EscapeDataString(code?.Reveal() ?? "")}");
}
