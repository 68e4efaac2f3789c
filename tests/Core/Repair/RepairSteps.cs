using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Repair;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Core.Repair;

/// <summary>What the tests of repairs have in common.</summary>
static class RepairSteps
{
    public static readonly RepairAct Act = new("Lê Thị Cán Bộ", "Đã gọi điện cho đối tác");

    public static string Number(int n) => $"H56.14-260601-{5000 + n}";

    /// <summary>Dossiers whose LLTP delivery is parked because nobody knows what the partner's words mean; returns the deliveries in order.</summary>
    public static async Task<IReadOnlyList<DeliveryRow>> GivenParkedAsync(this TestHub hub, int count, string words = "Lỗi lạ", int from = 1)
    {
        for (var n = from; n < from + count; n++)
        {
            hub[Partner.Lltp].Replies(Scripts.Said("77", $"{words} số {n}"));
            await hub.TakesAsync(Messages.FromVneid(Sample.Application(Number(n))));
            await hub.TakesAsync(Messages.FromTthc(EventKind.Accepted, Sample.Acceptance(), number: Number(n)));
            await hub.DeliverAllAsync();
        }
        var rows = await hub.ReadAsync(work => work.OpenDeliveriesAsync(DeliveryState.Parked, 1000));
        var numbers = Enumerable.Range(from, count).Select(Number).ToHashSet();
        return [.. rows.Where(row => numbers.Contains(row.Dossier))];
    }

    public static async Task<Repaired> IsDoneAsync(this Task<Repaired> repair)
    {
        var repaired = await repair;
        Assert.Null(repaired.Refusal);
        return repaired;
    }

    public static async Task IsRefusedAsync(this Task<Repaired> repair, RepairRefusal code)
    {
        var repaired = await repair;
        Assert.Equal(code, repaired.Refusal);
        Assert.NotEmpty(repaired.Vietnamese);
        Assert.NotEmpty(repaired.English);
    }

    /// <summary>The events of acts, oldest first.</summary>
    public static Task<IReadOnlyList<EventRow>> ActsAsync(this TestHub hub) =>
        hub.ReadAsync(work => work.ListAsync<EventRow>("SELECT * FROM event WHERE kind LIKE 'Repair%' ORDER BY seq"));
}
