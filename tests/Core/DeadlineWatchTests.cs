using LLTP.Hub.Core.Deadlines;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store.Tables;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Core;

public sealed class DeadlineWatchTests
{
    static readonly Officer Officer = new("Trần Văn Mẫu", "Chuyên viên", "Bộ phận Một cửa");

    [Fact]
    public async Task Each_share_of_the_time_limit_is_noticed_once()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.GivenInProcessAsync();

        var written = new List<int>();
        foreach (var now in (string[])["2026-06-03T12:00", "2026-06-03T12:30", "2026-06-03T15:00", "2026-06-04T11:36", "2026-06-04T17:00", "2026-06-09T17:00"])
            written.Add(await LookAsync(hub, now));

        Assert.Equal([0, 1, 0, 1, 1, 0], written);
        Assert.Equal(["50", "80", "100"], await NoticesAsync(hub));
        Assert.Equal([nameof(WorkItemKind.DeadlineNear), nameof(WorkItemKind.DeadlineMissed)], await hub.WorkItemsAsync());
    }

    [Fact]
    public async Task What_was_missed_while_nobody_looked_is_one_notice()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.GivenInProcessAsync();

        Assert.Equal((1, 0), (await LookAsync(hub, "2026-06-09T08:00"), await LookAsync(hub, "2026-06-09T09:00")));

        Assert.Equal(["100"], await NoticesAsync(hub));
    }

    [Fact]
    public async Task Two_who_look_at_once_write_one_notice()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.GivenInProcessAsync();
        hub.Clock.Set(Calendars.Time("2026-06-05T08:00"));

        var written = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => hub.Get<DeadlineWatch>().LookAsync(CancellationToken.None))));

        Assert.Equal(1, written.Sum());
    }

    [Fact]
    public async Task While_the_citizen_supplements_nothing_is_noticed_and_afterwards_the_new_date_counts()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.GivenInProcessAsync();
        hub.Clock.Set(Calendars.Time("2026-06-02T10:00"));
        await hub.TakesAsync(Messages.FromTthc(EventKind.SupplementAsked, new SupplementRequest(Officer, hub.Clock.GetUtcNow(), ["Bản chụp"])));
        await hub.DeliverAllAsync();
        Assert.Equal(0, await LookAsync(hub, "2026-06-08T18:00"));

        await hub.TakesAsync(Messages.Supplement());

        Assert.Equal("2026-06-10", (await hub.DossierAsync()).DueDate);
        Assert.Equal((0, 1), (await LookAsync(hub, "2026-06-09T12:00"), await LookAsync(hub, "2026-06-09T12:30")));
    }

    [Fact]
    public async Task A_finished_dossier_is_left_alone()
    {
        await using var hub = await TestHub.StartAsync();
        var request = await hub.GivenLookupAsync();
        await hub.TakesAsync(Messages.FromV06(Sample.LookupAnswer(request)), Messages.Certificate());

        Assert.Equal(0, await LookAsync(hub, "2026-06-30T08:00"));
    }

    [Fact]
    public async Task Shares_are_configuration()
    {
        await using var hub = await TestHub.StartAsync(("DueDate:Warnings:0", "33"), ("DueDate:WorkItemFrom", "101"));
        await hub.GivenInProcessAsync();

        Assert.Equal((1, 0), (await LookAsync(hub, "2026-06-02T17:00"), await LookAsync(hub, "2026-06-09T08:00")));

        Assert.Equal(["33"], await NoticesAsync(hub));
        Assert.Empty(await hub.WorkItemsAsync());
    }

    static Task<int> LookAsync(TestHub hub, string now)
    {
        hub.Clock.Set(Calendars.Time(now));
        return hub.Get<DeadlineWatch>().LookAsync(CancellationToken.None);
    }

    static async Task<IReadOnlyList<string?>> NoticesAsync(TestHub hub) =>
        [.. (await hub.ReadAsync(work => work.EventsOfAsync(Sample.Number))).Where(row => row.Kind == DeadlineWatch.Noticed).Select(row => row.Detail)];
}
