using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Payloads;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using LLTP.Hub.Mappings.Canonical;
using Microsoft.Extensions.Options;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>Makes a claimed delivery ready for its adapter: the facts at once, sealed content only when the adapter opens it.</summary>
public sealed class OutgoingMail(Database database, Vault vault, IOptions<ProvinceOptions> province)
{
    /// <summary>The delivery as the adapter gets it, and what the reply table needs to know about it.</summary>
    public async Task<(Outgoing Outgoing, ReplyFacts Facts)> PrepareAsync(DeliveryRow delivery, CancellationToken cancellation)
    {
        var (dossier, happened, act, shown) = await database.ReadAsync(async work =>
        {
            var row = await work.DossierAsync(delivery.Dossier) ?? throw new InvalidOperationException($"Dossier {delivery.Dossier} is missing.");
            var owing = await work.EventAsync(delivery.EventSeq) ?? throw new InvalidOperationException($"Event {delivery.EventSeq} is missing.");
            var content = owing.Content is { } hash && owing.Partner != Partner.Vneid ? await OpenAsync(work, hash) : null;
            var displays = await work.DisplaysAsync(delivery.Dossier);
            return (row, owing, content as Act, displays.FirstOrDefault(display => display.Partner == delivery.Partner)?.State ?? 0);
        }, cancellation);

        var outgoing = new Outgoing(
            delivery.Id, delivery.Kind, delivery.Attempt, delivery.Reference, delivery.Hint, Facts(delivery, dossier, happened, act), Source(delivery));
        var reissued = happened.Kind == nameof(Process.EventKind.Reissued);
        return (outgoing, new(delivery.MaybeDone, !reissued && IsAtOrPast(shown, delivery.Show ?? 0), delivery.Kind == Process.MessageKind.LltpUpdate));
    }

    DossierFacts Facts(DeliveryRow delivery, DossierRow dossier, EventRow happened, Act? act) => new(
        dossier.Number, delivery.Version, dossier.Province, province.Value.Name, delivery.Show ?? dossier.State, happened.Step,
        Clock.Vietnam(dossier.ReceivedAt), Clock.Vietnam(happened.At), Clock.Day(happened.DueDate), act?.Officer, act?.Reason,
        happened.Id, happened.Kind, province.Value.UnitId, province.Value.UnitName, province.Value.ProcedureCode, province.Value.ProcedureName,
        dossier.LltpId);

    ContentSource Source(DeliveryRow delivery) => new(
        async cancellation => await database.ReadAsync(async work =>
        {
            var version = await work.VersionAsync(delivery.Dossier, delivery.Version)
                ?? throw new InvalidOperationException($"Version {delivery.Version} of {delivery.Dossier} is missing.");
            return (Application)await OpenAsync(work, version.Content);
        }, cancellation),
        async cancellation => delivery.Content is { } hash ? await database.ReadAsync(work => OpenAsync(work, hash), cancellation) : null,
        (files, cancellation) => LoadAsync([.. files], cancellation));

    async Task<FileSource> LoadAsync(IReadOnlyList<FileRef> files, CancellationToken cancellation)
    {
        var loaded = await database.ReadAsync(async work =>
        {
            var bytes = new Dictionary<string, ReadOnlyMemory<byte>>();
            foreach (var file in files)
                bytes[file.Sha256] = await work.OpenPayloadAsync(file.Sha256, vault);
            return bytes;
        }, cancellation);
        return file => loaded[file.Sha256];
    }

    async Task<Content> OpenAsync(Work work, string hash) => Content.FromJson((await work.OpenPayloadAsync(hash, vault)).Span);

    /// <summary>The display has acknowledged this state, or a later one on the straight way from registration to handing over.</summary>
    static bool IsAtOrPast(int shown, int show) => shown == show || (IsOnStraightWay(shown) && IsOnStraightWay(show) && shown > show);

    static bool IsOnStraightWay(int state) => state is 1 or 2 or 4 or 9 or 10;
}
