using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using Microsoft.Extensions.Options;

namespace LLTP.Hub.Core.Alerts;

/// <summary>What the store tells of partners, parked deliveries and the quarantine.</summary>
public sealed class StoreProbes(Database database, IOptions<AlertOptions> options, TimeProvider clock)
{
    /// <summary>A partner is down when messages were tried three times in vain and it took nothing meanwhile.</summary>
    public Task<Observed> PartnersAsync(CancellationToken cancellation) => database.ReadAsync(async work =>
    {
        var since = (clock.GetUtcNow() - options.Value.PartnerSilent).Ms();
        var found = new List<Observation>();
        foreach (var tried in await work.TriedInVainAsync(since))
        {
            var level = await work.TookSomethingAsync(tried.Partner, since) ? Level.Good : Level.Bad;
            found.Add(new(FaultKind.PartnerDown, tried.Partner, level, $"{tried.Deliveries}"));
        }
        return new Observed(FaultKind.PartnerDown, found);
    }, cancellation);

    public async Task<Observed> ParkedAsync(CancellationToken cancellation)
    {
        var count = await database.ReadAsync(work => work.ParkedAsync(), cancellation);
        return One(FaultKind.Parked, count >= options.Value.Parked ? Level.Bad : count == 0 ? Level.Good : Level.Between, $"{count}");
    }

    public async Task<Observed> QuarantineAsync(CancellationToken cancellation)
    {
        var hourAgo = clock.GetUtcNow() - TimeSpan.FromHours(1) + Quarantine.Retention;
        var count = await database.ReadAsync(work => work.KeptSinceAsync(hourAgo.Ms()), cancellation);
        var most = options.Value.QuarantinedPerHour;
        return One(FaultKind.Quarantine, count >= most ? Level.Bad : count <= most / 2 ? Level.Good : Level.Between, $"{count}");
    }

    static Observed One(FaultKind kind, Level level, string detail) => new(kind, [new(kind, "hub", level, detail)]);
}
