using LLTP.Hub.Adapters.Shared;
using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Reconciliation;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Dvcqg;
using LLTP.Hub.Security;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LLTP.Hub.Adapters.Dvcqg;

/// <summary>Keeps the national portal's display up to date: DongBoHoSoMC and CapNhatTienDoHoSoMC.</summary>
public sealed class DvcqgAdapter(
    [FromKeyedServices(Partner.Dvcqg)] PartnerLine line, DvcqgSession session, IOptions<DvcqgOptions> options,
    IOptions<ProvinceOptions> province)
    : IPartnerAdapter, IAskablePartner, IHoldingPartner
{
    /// <summary>What the reply table calls sending an existing dossier as an update.</summary>
    const string Update = "update";

    public AdapterDescriptor Descriptor { get; } = new(Partner.Dvcqg, "dvcqg", Protocol.Rest, Capabilities.Ask,
        options.Value.Writer == PortalWriter.Hub ? [new(MessageKind.DvcqgDossier, true), new(MessageKind.DvcqgProgress, true)] : []);

    /// <summary>Where somebody else writes there is nothing to send, ask or compare.</summary>
    public bool IsConfigured => options.Value is { Endpoint: not null, Writer: PortalWriter.Hub };

    public Task<Reply> SendAsync(Outgoing outgoing, CancellationToken cancellation) =>
        InSessionAsync(current => OnceAsync(outgoing, current, cancellation), reply => reply, cancellation);

    public Task<Asked> AskAsync(Outgoing outgoing, CancellationToken cancellation) =>
        InSessionAsync(current => AskOnceAsync(outgoing, current, cancellation), trouble => new Asked(Presence.CannotSay, trouble), cancellation);

    public Task<Held> HoldsAsync(string dossier, string reference, CancellationToken cancellation) =>
        InSessionAsync(current => HeldOnceAsync(dossier, current, cancellation), _ => Held.Silent, cancellation);

    public Task<string?> CheckAsync(CancellationToken cancellation) => line.CheckAsync(options.Value.Endpoint, cancellation);

    /// <summary>Calls in the shared session; when the portal has ended it, once more in a new one.</summary>
    async Task<T> InSessionAsync<T>(Func<string, Task<(T Said, Reply Reply)>> call, Func<Reply, T> without, CancellationToken cancellation)
    {
        var (current, trouble) = await session.GetAsync(null, cancellation);
        if (current is null)
            return without(trouble ?? Reply.NothingSent("Login"));
        var first = await call(current);
        if (first.Reply.Status is not (401 or 403))
            return first.Said;
        var (renewed, stillTrouble) = await session.GetAsync(current, cancellation);
        return renewed is null ? without(stillTrouble ?? first.Reply) : (await call(renewed)).Said;
    }

    async Task<(Reply, Reply)> OnceAsync(Outgoing outgoing, string current, CancellationToken cancellation)
    {
        var writing = outgoing.Kind == MessageKind.DvcqgProgress
            ? DvcqgMap.WriteProgress(outgoing.Dossier, current, outgoing.Dossier.UnitId)
            : DvcqgMap.WriteDossier(
                outgoing.Dossier, await outgoing.Source.Application(cancellation), current, outgoing.Dossier.UnitId, IsUpdate(outgoing));
        if (writing.Bytes is not { } bytes)
            return Both(Reply.NotMapped(writing.Failure?.Place ?? outgoing.Kind));
        var answer = await PostAsync(bytes, cancellation);
        return Both(answer.Read(DvcqgMap.ReadReply(answer.Body)) with { SentHash = Fingerprint.Sha256Hex(bytes.Span) });
    }

    async Task<(Asked, Reply)> AskOnceAsync(Outgoing outgoing, string current, CancellationToken cancellation)
    {
        var question = DvcqgMap.WriteQuestion(outgoing.Dossier.Number, current, outgoing.Dossier.UnitId).Bytes ?? default;
        var answer = await PostAsync(question, cancellation);
        var reply = answer.Read(DvcqgMap.ReadReply(answer.Body));
        return (new(DvcqgPresence.Of(outgoing, answer), reply), reply);
    }

    async Task<(Held, Reply)> HeldOnceAsync(string dossier, string current, CancellationToken cancellation)
    {
        var question = DvcqgMap.WriteQuestion(dossier, current, province.Value.OfNumber(dossier).UnitId).Bytes ?? default;
        var answer = await PostAsync(question, cancellation);
        return (DvcqgPresence.Holding(dossier, answer), answer.Read(DvcqgMap.ReadReply(answer.Body)));
    }

    static (Reply, Reply) Both(Reply reply) => (reply, reply);

    Task<PartnerAnswer> PostAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation) =>
        line.SendAsync(new(HttpMethod.Post, Address(), bytes, "application/json; charset=utf-8"), cancellation);

    static bool IsUpdate(Outgoing outgoing) => outgoing.Hint == Update
        || (outgoing.Hint != PortalSynchronisation.Create && outgoing.Dossier.EventName != nameof(EventKind.Submitted));

    Uri Address()
    {
        var address = new Uri(options.Value.Endpoint ?? new Uri("about:blank"), options.Value.ServicePath);
        return options.Value.Destination is { } destination ? new($"{address}?dstcode={Uri.EscapeDataString(destination)}") : address;
    }
}
