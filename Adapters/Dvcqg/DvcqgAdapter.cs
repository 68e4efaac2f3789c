using LLTP.Hub.Adapters.Shared;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Dvcqg;
using LLTP.Hub.Security;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LLTP.Hub.Adapters.Dvcqg;

/// <summary>Keeps the national portal's display up to date: DongBoHoSoMC and CapNhatTienDoHoSoMC.</summary>
public sealed class DvcqgAdapter(
    [FromKeyedServices(Partner.Dvcqg)] PartnerLine line, DvcqgSession session, IOptions<DvcqgOptions> options) : IPartnerAdapter
{
    /// <summary>What the reply table calls sending an existing dossier as an update.</summary>
    const string Update = "update";

    public AdapterDescriptor Descriptor { get; } = new(Partner.Dvcqg, "dvcqg", Protocol.Rest, Capabilities.None,
        [new(MessageKind.DvcqgDossier, true), new(MessageKind.DvcqgProgress, true)]);

    public bool IsConfigured => options.Value.Endpoint is not null;

    public async Task<Reply> SendAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        var (current, trouble) = await session.GetAsync(null, cancellation);
        if (current is null)
            return trouble ?? Reply.NothingSent("Login");
        var reply = await OnceAsync(outgoing, current, cancellation);
        if (reply.Status is not (401 or 403))
            return reply;
        var (renewed, stillTrouble) = await session.GetAsync(current, cancellation);
        return renewed is null ? stillTrouble ?? reply : await OnceAsync(outgoing, renewed, cancellation);
    }

    public Task<string?> CheckAsync(CancellationToken cancellation) => line.CheckAsync(options.Value.Endpoint, cancellation);

    async Task<Reply> OnceAsync(Outgoing outgoing, string current, CancellationToken cancellation)
    {
        var writing = outgoing.Kind == MessageKind.DvcqgProgress
            ? DvcqgMap.WriteProgress(outgoing.Dossier, current, outgoing.Dossier.UnitId)
            : DvcqgMap.WriteDossier(outgoing.Dossier, await outgoing.Source.Application(cancellation), current, outgoing.Dossier.UnitId, IsUpdate(outgoing));
        if (writing.Bytes is not { } bytes)
            return Reply.NotMapped(writing.Failure?.Path ?? outgoing.Kind);
        var answer = await line.SendAsync(new(HttpMethod.Post, Address(), bytes, "application/json; charset=utf-8"), cancellation);
        return answer.Read(DvcqgMap.ReadReply(answer.Body)) with { SentHash = Fingerprint.Sha256Hex(bytes.Span) };
    }

    static bool IsUpdate(Outgoing outgoing) => outgoing.Hint == Update || outgoing.Dossier.EventName != nameof(EventKind.Submitted);

    Uri Address()
    {
        var address = new Uri(options.Value.Endpoint ?? new Uri("about:blank"), options.Value.ServicePath);
        return options.Value.Destination is { } destination ? new($"{address}?dstcode={Uri.EscapeDataString(destination)}") : address;
    }
}
