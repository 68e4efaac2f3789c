using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Core;

/// <summary>Two transactions at once, as only PostgreSQL has them: a message is begun while an event that makes it needless is decided.</summary>
[OnPostgres]
public sealed class OvertakenTests
{
    [Fact]
    public async Task A_message_that_was_begun_meanwhile_is_not_called_cancelled_but_followed_by_a_stop()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.TakesAsync(Messages.Application(), Messages.Acceptance());
        await hub.DeliverAllAsync();
        await hub.TakesAsync(Messages.FromLltp(EventKind.LookupAsked, Sample.LookupRequest("TC-1")));
        var runs = 0;

        await hub.Database.WriteAsync(async work =>
        {
            await work.LockDossierAsync(Sample.Number);
            var file = await work.LoadFileAsync(Sample.Number);
            if (runs++ == 0)
                Assert.Single(await hub.Database.WriteAsync(BeginLookupAsync, default));
            return await hub.Get<Progression>().ApplyAsync(work, file!, new Happening(EventKind.Stopped, Partner.Tthc, Sample.Stop(), null));
        }, default);

        Assert.Equal(2, runs);
        Assert.Equal(DeliveryState.InFlight, (await hub.OnlyAsync(MessageKind.V06Lookup)).State);
        Assert.Single(await hub.DeliveriesAsync(MessageKind.V06Cancel));

        Task<IReadOnlyList<DeliveryRow>> BeginLookupAsync(Work work)
        {
            var now = hub.Clock.GetUtcNow();
            return work.ClaimAsync(Partner.V06, 1, now.Ms(), (now + TimeSpan.FromMinutes(1)).Ms());
        }
    }
}
