using LLTP.Hub.Core.Catalogues;
using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Payloads;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using LLTP.Hub.Mappings.Canonical;
using Microsoft.Extensions.Options;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>Makes a claimed delivery ready for its adapter: the facts at once, sealed content only when the adapter opens it.</summary>
public sealed class OutgoingMail(Database database, Vault vault, CataloguesInUse catalogues, IOptions<ProvinceOptions> province)
{
    /// <summary>The delivery as the adapter gets it, and what the reply table needs to know about it.</summary>
    public async Task<(Outgoing Outgoing, ReplyFacts Facts)> PrepareAsync(DeliveryRow delivery, CancellationToken cancellation)
    {
        var (mail, set) = await database.ReadAsync(async work =>
        {
            var row = await work.MailAsync(delivery);
            return (row, await catalogues.OfAsync(work, row.LatestCatalogue));
        }, cancellation);
        var act = mail.Bytes is { } bytes ? Content.FromJson(vault.Open(mail.KeyId, bytes).Span) as Act : null;
        var outgoing = new Outgoing(
            delivery.Id, delivery.Kind, delivery.Attempt, delivery.Reference, delivery.Hint,
            Facts(delivery, mail, act) with { Catalogues = set }, Source(delivery));
        // A new certificate or a decision under the same state is never already done: only a person can tell.
        var reissued = mail.Kind is nameof(Process.EventKind.Reissued) or nameof(Process.EventKind.Decided);
        var facts = new ReplyFacts(
            delivery.MaybeDone && !reissued, !reissued && IsAtOrPast(mail.Shown, delivery.Show ?? 0), IsNewVersion(delivery));
        return (outgoing, facts);
    }

    DossierFacts Facts(DeliveryRow delivery, MailRow mail, Act? act) => Facts(delivery, mail, act, province.Value.Of(mail.Profile));

    DossierFacts Facts(DeliveryRow delivery, MailRow mail, Act? act, IssuingUnit unit) => new(
        delivery.Dossier, delivery.Version, mail.Province, province.Value.Name, delivery.Show ?? mail.ToState, mail.Step,
        Clock.Vietnam(mail.ReceivedAt), Clock.Vietnam(mail.At), Clock.Day(mail.DueDate), act?.Officer, act?.Reason,
        mail.EventId, mail.Kind, unit.UnitId, unit.UnitName, unit.ProcedureCode, unit.ProcedureName,
        mail.LltpId)
    {
        FinishedAt = Vietnam(mail.FinishedAt), HandedOverAt = Vietnam(mail.HandedOverAt),
    };

    static DateTimeOffset? Vietnam(long? at) => at is { } time ? Clock.Vietnam(time) : null;

    ContentSource Source(DeliveryRow delivery) => new(
        async cancellation => await database.ReadAsync(async work =>
        {
            var hash = await work.EditedApplicationAsync(delivery.Id) ?? await work.ApplicationHashAsync(delivery.Dossier, delivery.Version);
            return (Application)await OpenAsync(work, hash);
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

    static bool IsNewVersion(DeliveryRow delivery) =>
        delivery.Kind == Process.MessageKind.LltpUpdate || (delivery.Kind == Process.MessageKind.TthcDossier && delivery.Version > 1);

    /// <summary>The display has acknowledged this state, or a later one on the straight way from registration to handing over.</summary>
    static bool IsAtOrPast(int shown, int show) => shown == show || (IsOnStraightWay(shown) && IsOnStraightWay(show) && shown > show);

    static bool IsOnStraightWay(int state) => state is 1 or 2 or 4 or 9 or 10;
}
