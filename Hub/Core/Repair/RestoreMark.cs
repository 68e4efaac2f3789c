using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using Microsoft.Extensions.Options;

namespace LLTP.Hub.Core.Repair;

/// <summary>The span that a restored backup lost: from the backup's time to the moment of the mark.</summary>
public sealed record LostSpan(string Id, DateTimeOffset From, DateTimeOffset To, bool IsReconciled);

/// <summary>
/// After a backup was restored: numbers jump past whatever may have been given out, deliveries are held, the lost span is reconciled, and a
/// person lifts the hold. The reconciliation reads the span here, tells every number that partners show, and says when it is done.
/// </summary>
public sealed class RestoreMark(
    Database database, ActRecords records, WakeUps wakeUps, IOptions<ProvinceOptions> province, IOptions<NumberOptions> numbers, TimeProvider clock)
{
    public const long UsualMargin = 1000;
    const int MostDays = 400;

    /// <summary>The span to reconcile while deliveries are held; null when nothing is held.</summary>
    public Task<LostSpan?> ReadAsync(CancellationToken cancellation) => database.ReadAsync<LostSpan?>(async work => await work.HeldAsync() is { } row
        ? new(row.Id, Clock.Time(row.RestoredTo), Clock.Time(row.SetAt), row.ReconciledAt is not null) : null, cancellation);

    /// <summary>Marks a stopped hub whose database is a backup of that time.</summary>
    /// <param name="shown">Dossier numbers that people have seen at partners.</param>
    public async Task<Repaired> MarkAsync(
        DateTimeOffset restoredTo, long margin, IReadOnlyList<string> shown, RepairAct act, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var seen = shown.Select(DossierNumber.Parse).OfType<DossierNumber>().ToList();
        var days = Days(restoredTo, now).ToList();
        if (act.Objection is { } objection)
            return Repaired.Refused(objection);
        if (restoredTo > now || margin < 1 || days.Count > MostDays || seen.Count != shown.Count)
            return Repaired.Refused(RepairRefusal.BadRequest, $"TIME, margin >= 1, at most {MostDays} days, numbers as in {province.Value.UnitId}-260601-5001");
        return await database.WriteAsync(async work =>
        {
            foreach (var unit in province.Value.UnitIds)
                foreach (var day in days)
                    await work.JumpNumbersAsync(unit, day, Highest(seen, unit, day), margin);
            var id = Guid.CreateVersion7().ToString();
            await work.MarkRestoreAsync(id, restoredTo.Ms(), now.Ms());
            await records.WriteAsync(work, act, ActKind.RestoreMarked, new(Detail: $"{id} {restoredTo:O}"));
            return Repaired.Done(id);
        }, cancellation);
    }

    /// <summary>A partner shows this number: numbers given out from now on are above it.</summary>
    public async Task ShownAsync(string number, CancellationToken cancellation)
    {
        if (DossierNumber.Parse(number) is not { } seen || !province.Value.UnitIds.Contains(seen.Unit))
            return;
        await database.WriteAsync(async work => await work.HeldAsync() is not null && await work.CounterAsync(seen.Unit, seen.Day) <= seen.Counter
            ? await work.JumpNumbersAsync(seen.Unit, seen.Day, seen.Counter, UsualMargin) : 0, cancellation);
    }

    /// <summary>The reconciliation over the lost span has run; its differences are work items now.</summary>
    public Task<int> ReconciledAsync(string id, CancellationToken cancellation) =>
        database.WriteAsync(work => work.ReconciledRestoreAsync(id, clock.GetUtcNow().Ms()), cancellation);

    /// <summary>Lets deliveries go again.</summary>
    public async Task<Repaired> LiftAsync(bool evenIfNotReconciled, RepairAct act, CancellationToken cancellation)
    {
        if (act.Objection is { } objection)
            return Repaired.Refused(objection);
        var lifted = await database.WriteAsync(async work =>
        {
            if (await work.HeldAsync() is not { } row)
                return Repaired.Refused(RepairRefusal.NotHeld);
            if (row.ReconciledAt is null && !evenIfNotReconciled)
                return Repaired.Refused(RepairRefusal.NotReconciled);
            if (!await work.LiftRestoreAsync(row.Id, clock.GetUtcNow().Ms()))
                return Repaired.Refused(RepairRefusal.NotHeld);
            await records.WriteAsync(work, act, ActKind.HoldLifted, new(Detail: row.Id));
            return Repaired.Done(row.Id);
        }, cancellation);
        wakeUps.Wake(Partner.All);
        return lifted;
    }

    /// <summary>Whether the number may have been given out in a lost span, of which this database knows nothing.</summary>
    public static async Task<bool> MayHaveIssuedAsync(Work work, string number) =>
        DossierNumber.Parse(number) is { } parts && parts.Counter <= await work.RestoredUpToAsync(parts.Unit, parts.Day);

    long Highest(IEnumerable<DossierNumber> seen, string unit, string day) => seen.Where(number => number.Unit == unit && number.Day == day)
        .Select(number => number.Counter).Append((numbers.Value.First ?? 1) - 1).Max();

    static IEnumerable<string> Days(DateTimeOffset from, DateTimeOffset to)
    {
        for (var day = Clock.Vietnam(from.Ms()).Date; day <= Clock.Vietnam(to.Ms()).Date; day = day.AddDays(1))
            yield return DossierNumber.DayOf(new(day, TimeSpan.Zero));
    }
}
