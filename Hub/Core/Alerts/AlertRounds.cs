using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using Microsoft.Extensions.Options;

namespace LLTP.Hub.Core.Alerts;

/// <summary>One round of looks: faults that open or close are written down with the alerts they owe, in one transaction; all else writes nothing.</summary>
public sealed class AlertRounds(
    Database database, IEnumerable<Probe> probes, IEnumerable<IAlertChannel> channels, IOptions<AlertOptions> options, TimeProvider clock)
{
    /// <summary>How many faults opened or closed.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var observed = new List<Observed>();
        foreach (var probe in probes)
            observed.Add(await probe(cancellation));
        var known = await database.ReadAsync(work => work.FaultsAsync(), cancellation);
        var changed = observed.SelectMany(kind => Judge(kind, known)).ToList();
        return changed.Count == 0 ? 0 : await database.WriteAsync(work => WriteAsync(work, changed), cancellation);
    }

    public async Task<(IReadOnlyList<FaultRow> Faults, IReadOnlyList<AlertMessageRow> Alerts)> ListAsync(int limit, CancellationToken cancellation) =>
        await database.ReadAsync(async work => (await work.FaultsAsync(), await work.AlertsAsync(limit)), cancellation);

    IEnumerable<(FaultRow Before, FaultRow After)> Judge(Observed observed, IReadOnlyList<FaultRow> known)
    {
        var kind = observed.Kind.ToString();
        var gone = known.Where(row => row.Kind == kind && observed.Things.All(seen => seen.Subject != row.Subject))
            .Select(row => new Observation(observed.Kind, row.Subject, Level.Good));
        foreach (var seen in observed.Things.Concat(gone))
        {
            var before = known.FirstOrDefault(row => row.Kind == kind && row.Subject == seen.Subject) ?? new() { Kind = kind, Subject = seen.Subject };
            var after = FaultCourse.Next(before, seen, clock.GetUtcNow(), options.Value.OpenAfter, options.Value.CloseAfter);
            if (!ReferenceEquals(before, after))
                yield return (before, after);
        }
    }

    async Task<int> WriteAsync(Work work, IReadOnlyList<(FaultRow Before, FaultRow After)> changed)
    {
        var told = 0;
        foreach (var (before, after) in changed)
        {
            if (!await work.PutFaultAsync(after) || before.IsOpen == after.IsOpen)
                continue;
            told++;
            var id = Guid.CreateVersion7().ToString();
            foreach (var channel in channels.Where(channel => channel.IsConfigured))
                await work.TellAsync(after, id, channel.Name, clock.GetUtcNow().Ms());
        }
        return told;
    }
}
