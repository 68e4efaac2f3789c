using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>What an event owes to the partners: written beside it, one row a message; what a contract has no word for becomes a work item.</summary>
public sealed class OwedMessages(PartnerRegistry partners, TimeProvider clock)
{
    /// <returns>The partners for whom something became due.</returns>
    public async Task<List<string>> OweAsync(Work work, DossierFile file, DossierRow row, Change change, Happening happening, long seq)
    {
        var version = change.Owes.Any(owed => MessageKind.NeedsApplication(owed.Kind)) ? await work.VersionAsync(row.Number, row.Version) : null;
        var owes = change.Owes
            .Where(owed => partners.Takes(TthcHolder.Of(row, owed.Partner), owed.Kind) && CanBeWritten(version, owed)).ToList();
        foreach (var owed in owes)
            await OweOneAsync(work, file, row, owed, happening, seq, version);
        // A contract without a word for it: the partner works on until a person tells it.
        foreach (var untold in change.Owes.Except(owes).Where(owed => !CanBeWritten(version, owed) || MustBeTold(owed, change, happening)))
            await work.OpenWorkItemAsync(WorkItemKind.TellByHand, row.Number, null, untold.Kind, clock.GetUtcNow().Ms());
        return [.. owes.Select(owed => TthcHolder.Of(row, owed.Partner))];
    }

    // A dossier that was taken over on its way has no content here: whoever needs it learns by hand.
    static bool CanBeWritten(VersionRow? version, Owed owed) =>
        version is not { Content.Length: 0 } || !MessageKind.NeedsApplication(owed.Kind);

    // A system that fetches results sees a first certificate by itself, not that the LLTP software turned the dossier back or replaced
    // the certificate, nor that an officer of the hub stopped it.
    static bool MustBeTold(Owed owed, Change change, Happening happening) => owed.Kind switch
    {
        MessageKind.LltpStop or MessageKind.V06Cancel or MessageKind.TthcDecision => true,
        MessageKind.TthcProgress => (happening.From == Partner.Lltp || happening.On == EventKind.Stopped) && change.Row.To is not null,
        MessageKind.TthcCertificate => happening.On == EventKind.Reissued,
        _ => false,
    };

    async Task OweOneAsync(Work work, DossierFile file, DossierRow row, Owed owed, Happening happening, long seq, VersionRow? version)
    {
        var delivery = new DeliveryRow
        {
            Id = Guid.CreateVersion7().ToString(), Dossier = row.Number, Version = row.Version,
            Partner = TthcHolder.Of(row, owed.Partner), Kind = owed.Kind,
            Show = (int)(owed.Show ?? (DossierState)row.State), OwedAt = clock.GetUtcNow().Ms(), EventSeq = seq,
            Content = Certificates.ContentOf(owed.Kind, file, row, happening),
            Reference = owed.Reference ?? Reference(file, owed.Kind, happening),
            Size = SizeOf(owed.Kind, happening, version),
        };
        await work.OweAsync(delivery);
        if (owed.Kind == MessageKind.V06Lookup && happening.Lookup is { } lookup)
            await work.OpenLookupAsync(new() { Dossier = row.Number, Id = lookup, Delivery = delivery.Id, Version = row.Version });
    }

    static string? Reference(DossierFile file, string kind, Happening happening) => kind switch
    {
        MessageKind.LltpLookupResult => file.Lookups.FirstOrDefault(lookup => lookup.Delivery == happening.Lookup)?.Id,
        MessageKind.V06Lookup => happening.Lookup,
        MessageKind.TthcCertificate => (happening.Content as Issue)?.Replaces,
        _ => null,
    };

    static long SizeOf(string kind, Happening happening, VersionRow? version) => kind switch
    {
        MessageKind.VneidResult or MessageKind.TthcCertificate => (happening.Content as Issue)?.Certificate.Pdf.Size ?? 0,
        MessageKind.VneidDecision or MessageKind.TthcDecision or MessageKind.LltpDecision => (happening.Content as CertificateDecision)?.File.Size ?? 0,
        _ when MessageKind.IsVersion(kind) => version?.ContentSize ?? 0,
        _ => 0,
    };
}
