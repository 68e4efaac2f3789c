using System.Globalization;
using LLTP.Hub.Adapters.Shared;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Tthc;
using LLTP.Hub.Security;

namespace LLTP.Hub.Adapters.Tthc;

/// <summary>Gives the TTHC system dossiers, progress and certificates (the contract tthc-partner-v1).</summary>
public sealed class TthcAdapter(PartnerLine line, TthcSystem system)
    : IPartnerAdapter, IAskablePartner, IHoldingPartner, IListingPartner, INumberingPartner
{
    readonly SecretText? secret = system.Options.OutboundSecretFile is { } file ? SecretText.FromFile(file) : null;

    public AdapterDescriptor Descriptor { get; } = new(system.Partner, "tthc-partner-v1", Protocol.Rest, Capabilities.Doors | Capabilities.Ask,
        [new(MessageKind.TthcDossier, true), new(MessageKind.TthcProgress, true), new(MessageKind.TthcCertificate, true),
            new(MessageKind.TthcDecision, true)]);

    public bool IsConfigured => system.Options.Endpoint is not null;

    public async Task<Reply> SendAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        var (path, writing) = await MapAsync(outgoing, cancellation);
        if (writing.Bytes is not { } bytes)
            return Reply.NotMapped(writing.Failure?.Place ?? outgoing.Kind);
        var call = new PartnerCall(HttpMethod.Put, Address(path), bytes, "application/json; charset=utf-8")
        {
            Headers = [Authorization, ("Idempotency-Key", outgoing.DeliveryId)],
        };
        var answer = await line.SendAsync(call, cancellation);
        return answer.Read(TthcMap.ReadReply(answer.Body)) with { SentHash = Fingerprint.Sha256Hex(bytes.Span) };
    }

    public async Task<Asked> AskAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        var number = outgoing.Kind switch
        {
            MessageKind.TthcCertificate => (await outgoing.CertificateAsync(cancellation)).Number,
            MessageKind.TthcDecision => (await outgoing.DecisionAsync(cancellation)).Number,
            _ => null,
        };
        var answer = await GetAsync(PathOf(outgoing), cancellation);
        return new(
            TthcPresence.Of(outgoing, number, answer), answer.Transport == Transport.Readable ? answer.Readable(null, null) : answer.Unreadable);
    }

    public async Task<Held> HoldsAsync(string dossier, string reference, CancellationToken cancellation) =>
        TthcHolding.Of(dossier, await GetAsync($"dossiers/{Uri.EscapeDataString(dossier)}", cancellation));

    public async Task<IReadOnlyList<Holding>?> ChangedAsync(DateTimeOffset since, CancellationToken cancellation)
    {
        var holdings = new List<Holding>();
        for (string? after = ""; after is not null;)
        {
            var moment = Uri.EscapeDataString(since.ToString("O", CultureInfo.InvariantCulture));
            var path = $"dossiers?changedSince={moment}&after={Uri.EscapeDataString(after)}";
            if (TthcHolding.Page(await GetAsync(path, cancellation)) is not { } page)
                return null;
            holdings.AddRange(page.Holdings);
            after = page.After == after ? null : page.After;
        }
        return holdings;
    }

    /// <summary>The list goes by time: there is nothing to tick off.</summary>
    public Task TickOffAsync(IReadOnlyList<Holding> agreed, CancellationToken cancellation) => Task.CompletedTask;

    public async Task<string?> NextNumberAsync(CancellationToken cancellation)
    {
        var call = new PartnerCall(HttpMethod.Post, Address("numbers"), default, "application/json; charset=utf-8") { Headers = [Authorization] };
        var answer = await line.SendAsync(call, cancellation);
        return answer is { Transport: Transport.Readable, Status: 200 } ? TthcMap.ReadNumber(answer.Body) : null;
    }

    public Task<string?> CheckAsync(CancellationToken cancellation) => line.CheckAsync(system.Options.Endpoint, cancellation);

    Task<PartnerAnswer> GetAsync(string path, CancellationToken cancellation) =>
        line.SendAsync(new(HttpMethod.Get, Address(path), default, "") { Headers = [Authorization] }, cancellation);

    (string, string) Authorization => ("Authorization", $"Bearer {secret?.Reveal()}");

    static string PathOf(Outgoing outgoing) => $"dossiers/{Uri.EscapeDataString(outgoing.Dossier.Number)}";

    static async Task<(string Path, Writing Writing)> MapAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        var dossier = PathOf(outgoing);
        switch (outgoing.Kind)
        {
            case MessageKind.TthcDossier:
                var application = await outgoing.Source.Application(cancellation);
                return (dossier, TthcMap.WriteDossier(outgoing.Dossier, application, await outgoing.Source.Files(application.Files(), cancellation)));
            case MessageKind.TthcCertificate:
                var issue = await outgoing.IssueAsync(cancellation);
                var files = await outgoing.Source.Files(issue.Certificate.Files(), cancellation);
                return ($"{dossier}/certificates/{Uri.EscapeDataString(issue.Certificate.Number)}",
                    TthcMap.WriteCertificate(outgoing.Dossier, issue.Certificate, issue.Replaces, files));
            case MessageKind.TthcDecision:
                var decision = await outgoing.DecisionAsync(cancellation);
                return ($"{dossier}/decisions/{Uri.EscapeDataString(decision.Number)}",
                    TthcMap.WriteDecision(outgoing.Dossier, decision, await outgoing.Source.Files([decision.File], cancellation)));
            default:
                return ($"{dossier}/progress/{outgoing.Dossier.EventId}", TthcMap.WriteProgress(outgoing.Dossier));
        }
    }

    Uri Address(string path) => new(system.Options.Endpoint ?? new Uri("about:blank"), path);
}
