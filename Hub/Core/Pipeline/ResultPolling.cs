using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using Microsoft.Extensions.Options;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>Asks for results that are due, so many a second; nodes share the work by leases.</summary>
public sealed class ResultPolling(
    Database database, IEnumerable<IPollablePartner> polled, PipelineSettings settings, IOptions<PollOptions> options)
{
    readonly IPollablePartner? partner = polled.SingleOrDefault();

    /// <summary>One second's worth of questions; returns how many were asked.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        if (partner is null)
            return 0;
        var line = settings.DeliveryOf(partner.Partner);
        var bounds = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = line.Concurrency };
        var asked = 0;
        // Only what is asked at once is leased: when this node dies, another one waits for two time limits and no longer.
        while (asked < options.Value.PerSecond)
        {
            var (batch, now) = (Math.Min(line.Concurrency, options.Value.PerSecond - asked), settings.Clock.GetUtcNow());
            var due = await database.WriteAsync(work => work.ClaimPollsAsync(batch, now.Ms(), (now + (line.Timeout * 2)).Ms()), cancellation);
            await Parallel.ForEachAsync(due, bounds, async (row, token) => await AskAsync(partner, row, token));
            asked += due.Count;
            if (due.Count < batch)
                break;
        }
        return asked;
    }

    async Task AskAsync(IPollablePartner partner, PollRow row, CancellationToken cancellation)
    {
        var before = await database.ReadAsync(work => work.DossierAsync(row.Dossier), cancellation);
        var answered = before is not null && await partner.PollAsync(before, cancellation);
        var now = settings.Clock.GetUtcNow();
        await database.WriteAsync(async work =>
        {
            // The answer may have moved the dossier: what it is now decides when it is asked about again.
            var after = await work.DossierAsync(row.Dossier);
            var state = (DossierState)(after?.State ?? 0);
            var awaits = row.Awaits && after?.CertificateNo == before?.CertificateNo;
            var since = state == DossierState.Finished && before?.State == (int)DossierState.InProcess ? now : Clock.Time(row.Since);
            var next = PollSchedule.Next(state, since, answered ? 0 : row.Failures + 1, now, options.Value, awaits);
            if (row.Awaits && !awaits)
                await work.PollNoLongerAwaitsAsync(row.Dossier);
            return await work.SettlePollAsync(row, answered, since.Ms(), next?.Ms(), now.Ms());
        }, CancellationToken.None);
    }
}
