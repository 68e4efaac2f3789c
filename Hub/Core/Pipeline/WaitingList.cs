using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>Open deliveries, each with what it waits for.</summary>
public sealed class WaitingList(Database database, PartnerRegistry partners, PipelineSettings settings, Rates rates)
{
    /// <summary>Oldest first; at most so many.</summary>
    public Task<IReadOnlyList<WaitingDelivery>> ReadAsync(string? state, int limit, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<WaitingDelivery>>(async work =>
        {
            var now = settings.Clock.GetUtcNow();
            var standings = new Dictionary<string, Standing>();
            var isHeld = await work.HeldAsync() is not null;
            var list = new List<WaitingDelivery>();
            foreach (var row in await work.OpenDeliveriesAsync(state, limit))
            {
                if (!standings.TryGetValue(row.Partner, out var standing))
                    standings[row.Partner] = standing = Standing(row.Partner, await work.BreakerAsync(row.Partner), now) with { IsHeld = isHeld };
                var ahead = row.State == DeliveryState.Waiting && row.DueAt is null ? await work.AheadAsync(row) : null;
                list.Add(new(row, WaitReason.Of(row, ahead, standing, now)));
            }
            return list;
        }, cancellation);

    Standing Standing(string partner, BreakerRow breaker, DateTimeOffset now) => new(partners.Find(partner).IsConfigured, breaker)
    {
        ClosedUntil = SendingHours.ClosedUntil(settings.DeliveryOf(partner), now), RateUntil = rates.ExhaustedUntil(partner),
    };
}

/// <summary>One open delivery and what it waits for.</summary>
public sealed record WaitingDelivery(DeliveryRow Delivery, WaitReason Waits);
