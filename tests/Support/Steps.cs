using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using Xunit;
using Receipt = LLTP.Hub.Core.Pipeline.Receipt;

namespace LLTP.Hub.Tests.Support;

/// <summary>What tests do with a hub, and how they look at it.</summary>
public static class Steps
{
    public static Task<Receipt> SendAsync(this TestHub hub, Incoming message) => hub.Pipeline.AcceptAsync(message, CancellationToken.None);

    /// <summary>Sends messages that must be taken.</summary>
    public static async Task TakesAsync(this TestHub hub, params Incoming[] messages)
    {
        foreach (var message in messages)
            Assert.Null((await hub.SendAsync(message)).Refusal);
    }

    public static async Task<IReadOnlyList<DeliveryRow>> ClaimAsync(this TestHub hub, string partner) =>
        (await hub.Pipeline.ClaimAsync(partner, 100, CancellationToken.None)).Deliveries;

    public static Task DeliverAsync(this TestHub hub, DeliveryRow claimed) =>
        hub.Pipeline.DeliverAsync(claimed, () => false, CancellationToken.None);

    /// <summary>One attempt for everything that is due at the partner now.</summary>
    public static async Task<int> DeliverDueAsync(this TestHub hub, string partner)
    {
        var claimed = await hub.ClaimAsync(partner);
        foreach (var delivery in claimed)
            await hub.DeliverAsync(delivery);
        return claimed.Count;
    }

    /// <summary>Delivers until nothing is due at these partners, or at any when none is named.</summary>
    public static async Task DeliverAllAsync(this TestHub hub, params string[] only)
    {
        var names = only.Length == 0 ? Partner.All : only;
        var handled = 1;
        while (handled > 0)
        {
            handled = 0;
            foreach (var name in names)
                handled += await hub.DeliverDueAsync(name);
        }
    }

    /// <summary>A dossier that the LLTP software has received, everything delivered.</summary>
    public static async Task GivenInProcessAsync(this TestHub hub, string number = Sample.Number, bool paper = false)
    {
        await hub.TakesAsync(Messages.FromVneid(Sample.Application(number, paper: paper)));
        await hub.DeliverAllAsync();
        await hub.TakesAsync(Messages.FromTthc(EventKind.Accepted, Sample.Acceptance(), number: number));
        await hub.DeliverAllAsync();
        Assert.Equal(DossierState.InProcess, await hub.StateAsync(number));
    }

    /// <summary>Like <see cref="GivenInProcessAsync"/>, with a look-up that V06 has; returns its request id.</summary>
    public static async Task<string> GivenLookupAsync(this TestHub hub, string number = Sample.Number)
    {
        await hub.GivenInProcessAsync(number);
        await hub.TakesAsync(Messages.FromLltp(EventKind.LookupAsked, Sample.LookupRequest(), number: number));
        await hub.DeliverAllAsync();
        return (await hub.OnlyAsync(MessageKind.V06Lookup, number)).Id;
    }

    public static async Task<DossierRow> DossierAsync(this TestHub hub, string number = Sample.Number) =>
        await hub.Queries.FindAsync(number, CancellationToken.None) ?? throw new ArgumentException($"There is no dossier {number}.");

    public static async Task<DossierState> StateAsync(this TestHub hub, string number = Sample.Number) =>
        (DossierState)(await hub.DossierAsync(number)).State;

    public static Task<T> ReadAsync<T>(this TestHub hub, Func<Work, Task<T>> read) => hub.Database.ReadAsync(read, CancellationToken.None);

    public static async Task<IReadOnlyList<DeliveryRow>> DeliveriesAsync(this TestHub hub, string kind, string number = Sample.Number) =>
        [.. (await hub.ReadAsync(work => work.DeliveriesOfAsync(number))).Where(row => row.Kind == kind)];

    public static async Task<DeliveryRow> OnlyAsync(this TestHub hub, string kind, string number = Sample.Number) =>
        Assert.Single(await hub.DeliveriesAsync(kind, number));

    public static async Task<int?> ShownAsync(this TestHub hub, string partner, string number = Sample.Number) =>
        (await hub.ReadAsync(work => work.DisplaysAsync(number))).FirstOrDefault(display => display.Partner == partner)?.State;

    public static async Task<IReadOnlyList<string>> EventsAsync(this TestHub hub, string number = Sample.Number) =>
        [.. (await hub.ReadAsync(work => work.EventsOfAsync(number))).Select(row => row.Kind)];

    public static async Task<IReadOnlyList<string>> WorkItemsAsync(this TestHub hub) =>
        [.. (await hub.Queries.WorkItemsAsync(100, CancellationToken.None)).Select(item => item.Kind)];

    public static async Task<LookupRow> LookupAsync(this TestHub hub, string request) =>
        await hub.ReadAsync(work => work.LookupByDeliveryAsync(request)) ?? throw new ArgumentException($"There is no request {request}.");

    /// <summary>Refusals with their bytes.</summary>
    public static Task<IReadOnlyList<RefusalRow>> RefusalsAsync(this TestHub hub) =>
        hub.ReadAsync(work => work.ListAsync<RefusalRow>("SELECT * FROM refusal ORDER BY at"));
}
