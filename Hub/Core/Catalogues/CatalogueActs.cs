using LLTP.Hub.Core.Deadlines;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Repair;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Catalogues;

namespace LLTP.Hub.Core.Catalogues;

/// <summary>A word to be entered: what a code is called on a contract. Name is needed only for a code that the catalogue does not have yet.</summary>
public sealed record CatalogueWord(string Catalogue, string Code, string Contract, string Value, string? Name = null);

/// <summary>What people do to catalogues: put a whole one in force, or enter one word and have what waited for it sent again.</summary>
public sealed class CatalogueActs(
    Database database, CataloguesInUse catalogues, ActRecords records, RecoveryTasks tasks, TimeProvider clock)
{
    const string EnteredHere = "Tỉnh nhập / entered by the province";

    public Task<CatalogueSet> InForceAsync(CancellationToken cancellation) => database.ReadAsync(catalogues.OfAsync, cancellation);

    public async Task<CatalogueDifference> CompareAsync(Catalogue catalogue, CancellationToken cancellation) =>
        CatalogueDifference.Between((await InForceAsync(cancellation)).Find(catalogue.Name), catalogue);

    /// <summary>Puts a catalogue in force on every node.</summary>
    public async Task<Repaired> ImportAsync(Catalogue catalogue, RepairAct act, CancellationToken cancellation) => act.Objection is { } objection
        ? Repaired.Refused(objection)
        : await database.WriteAsync(async work =>
        {
            var set = await LockedAsync(work);
            if (set.Find(catalogue.Name) is null)
                return Repaired.Refused(RepairRefusal.NotFound, catalogue.Name);
            await PutAsync(work, catalogue, act);
            return Repaired.Done(catalogue.Name, catalogue.Version);
        }, cancellation);

    /// <summary>Enters one word.</summary>
    /// <returns>As detail the tasks that send again what waited for it, where release is asked for.</returns>
    public async Task<Repaired> MapAsync(CatalogueWord word, bool release, RepairAct act, CancellationToken cancellation)
    {
        if (act.Objection is { } objection)
            return Repaired.Refused(objection);
        var entered = await database.WriteAsync(async work =>
        {
            var set = await LockedAsync(work);
            if (set.Find(word.Catalogue) is not { } catalogue)
                return Repaired.Refused(RepairRefusal.NotFound, word.Catalogue);
            if (With(catalogue, word) is not { } wider || CatalogueFile.Read(CatalogueFile.Write(wider)).Value is not { } good)
                return Repaired.Refused(RepairRefusal.BadRequest, $"{word.Catalogue} {word.Code} {word.Contract}");
            await PutAsync(work, good, act);
            return Repaired.Done(catalogue.Name, wider.Version);
        }, cancellation);
        return entered.Refusal is null && release ? entered with { Detail = await ReleaseAsync(word, act, cancellation) } : entered;
    }

    async Task<CatalogueSet> LockedAsync(Work work)
    {
        await work.LockAsync("catalogues");
        return await catalogues.OfAsync(work);
    }

    async Task PutAsync(Work work, Catalogue catalogue, RepairAct act)
    {
        var seq = await records.WriteAsync(work, act, ActKind.CatalogueChanged, new(Detail: $"{catalogue.Name} {catalogue.Version}"));
        await work.StoreCatalogueAsync(new()
        {
            EventSeq = seq, Name = catalogue.Name, Version = catalogue.Version, Bytes = CatalogueFile.Write(catalogue),
        });
    }

    // A word that holds today is changed where it stands; a code that the catalogue does not have gets a row of its own.
    Catalogue? With(Catalogue catalogue, CatalogueWord word)
    {
        var now = clock.GetUtcNow();
        var day = now.VietnamDay();
        var known = catalogue.Find(word.Code, day);
        string?[] needed = [word.Contract, word.Value, known?.Name ?? word.Name];
        if (needed.Any(string.IsNullOrWhiteSpace))
            return null;
        var row = known ?? new(word.Code, word.Name ?? "", EnteredHere, true, day);
        var said = row with { Targets = new Dictionary<string, string>(row.Targets) { [word.Contract] = word.Value } };
        return catalogue with
        {
            Version = $"{now.UtcDateTime:yyyyMMddHHmmss}", Rows = [.. catalogue.Rows.Where(one => one != known), said],
        };
    }

    async Task<string> ReleaseAsync(CatalogueWord word, RepairAct act, CancellationToken cancellation)
    {
        var gap = $" {new CatalogueGap(word.Catalogue, word.Code, word.Contract)}";
        var waiting = (await database.ReadAsync(work => work.DeadLetterGroupsAsync(), cancellation)).Where(group =>
            group.Reason == nameof(WorkItemKind.UnmappedCode) && (group.ReplyCode?.EndsWith(gap, StringComparison.Ordinal) ?? false));
        var started = new List<string>();
        foreach (var cause in waiting.Select(group => group.Cause).Distinct().ToList())
            started.Add((await tasks.StartAsync(new(cause), act, cancellation)).Id ?? "");
        return string.Join(' ', started);
    }
}
