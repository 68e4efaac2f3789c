using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Reconciliation;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Core;

public sealed class ReconciliationTests
{
    static readonly DateOnly Day = new(2026, 6, 1);

    [Fact]
    public async Task A_partner_that_agrees_gives_no_difference()
    {
        var tthc = new HoldingPartner(Partner.Tthc) { Says = _ => As((HeldField.State, "4"), (HeldField.Version, "1")) };
        await using var hub = await GivenAsync(tthc);

        var result = await RunAsync(hub);

        Assert.Equal(("Done", 1, 0, 0), (result.State, result.Compared, result.Unanswered, result.Differences));
        Assert.Empty(await OpenAsync(hub));
    }

    [Fact]
    public async Task A_difference_is_put_before_people_once_and_settled_when_it_is_gone()
    {
        var tthc = new HoldingPartner(Partner.Tthc) { Says = _ => Held.Absent };
        await using var hub = await GivenAsync(tthc);

        Assert.Equal(1, (await RunAsync(hub)).Differences);
        Assert.Equal(1, (await RunAsync(hub, Day.AddDays(1))).Differences);
        var open = Assert.Single(await OpenAsync(hub));
        Assert.Equal((nameof(DifferenceClass.MissingThere), Sample.Number), (open.Class, open.Dossier));
        Assert.Equal([nameof(WorkItemKind.Reconciliation)], await hub.WorkItemsAsync());

        tthc.Says = _ => As((HeldField.State, "4"));
        Assert.Equal((1, 0), Numbers(await RunAsync(hub, Day.AddDays(2))));
        Assert.Empty(await OpenAsync(hub));
        Assert.Empty(await hub.WorkItemsAsync());
    }

    [Fact]
    public async Task What_is_on_its_way_is_no_work_for_people_until_it_is_lost()
    {
        var tthc = new HoldingPartner(Partner.Tthc) { Says = _ => As((HeldField.State, "1")) };
        await using var hub = await GivenAsync(tthc);
        await hub.TakesAsync(Messages.LookupRequest());

        await RunAsync(hub);
        Assert.Equal([nameof(DifferenceClass.InTransit)], (await OpenAsync(hub)).Select(row => row.Class));
        Assert.Empty(await hub.WorkItemsAsync());

        await hub.DeliverAllAsync();
        await RunAsync(hub);
        Assert.Equal([nameof(DifferenceClass.ContentDiffers)], (await OpenAsync(hub)).Select(row => row.Class));
        Assert.Single(await hub.WorkItemsAsync());
    }

    [Fact]
    public async Task Silence_is_no_difference()
    {
        await using var hub = await GivenAsync(new HoldingPartner(Partner.Tthc) { Says = _ => Held.Silent });

        var result = await RunAsync(hub);

        Assert.Equal((1, 1, 0), (result.Compared, result.Unanswered, result.Differences));
    }

    [Fact]
    public async Task A_dossier_of_the_list_that_nobody_submitted_is_missing_here()
    {
        var tthc = new HoldingPartner(Partner.Tthc)
        {
            Says = _ => As((HeldField.State, "4")), List = [new("H56.14-260601-9999", "", new Dictionary<string, string>())],
        };
        await using var hub = await GivenAsync(tthc);

        await RunAsync(hub);

        var open = Assert.Single(await OpenAsync(hub));
        Assert.Equal((nameof(DifferenceClass.MissingHere), "H56.14-260601-9999"), (open.Class, open.Dossier));
    }

    [Fact]
    public async Task A_partner_that_cannot_be_asked_is_unverifiable()
    {
        await using var hub = await GivenAsync(new HoldingPartner(Partner.Tthc));

        Assert.Equal("Unverifiable", (await RunAsync(hub, partner: Partner.Vneid)).State);
        Assert.Equal(["Unverifiable"], (await hub.ReadAsync(work => work.ReconciliationsAsync(Partner.Vneid, 9))).Select(row => row.State));
    }

    [Fact]
    public async Task An_open_look_up_that_v06_answered_without_the_hub_hearing_is_missing_here()
    {
        var v06 = new HoldingPartner(Partner.V06) { Says = _ => As((HeldField.Answered, HeldField.Yes), (HeldField.Cancelled, HeldField.No)) };
        await using var hub = await TestHub.StartWithAsync([v06], ("Reconciliation:PerSecond", "0"));
        var request = await hub.GivenLookupAsync();

        await RunAsync(hub, partner: Partner.V06);
        Assert.Equal((nameof(DifferenceClass.MissingHere), request), (await OpenAsync(hub)).Select(row => (row.Class, row.Reference)).Single());

        await hub.TakesAsync(Messages.FromV06(Sample.LookupAnswer(request)));
        await RunAsync(hub, Day.AddDays(1), Partner.V06);
        Assert.Empty(await OpenAsync(hub));
    }

    [Fact]
    public async Task The_list_is_ticked_off_as_far_as_the_hub_has_it()
    {
        var lltp = new HoldingPartner(Partner.Lltp)
        {
            List = [Listed(Sample.Number, HeldField.No) with { Mark = "a" }, Listed("H56.14-260601-9999", HeldField.No) with { Mark = "b" }],
        };
        await using var hub = await TestHub.StartWithAsync([lltp]);
        await hub.GivenInProcessAsync();

        Assert.Equal(1, await hub.Get<Reconciler>().PollAsync(Partner.Lltp, CancellationToken.None));
        lltp.List = [Listed(Sample.Number, HeldField.Yes) with { Mark = "c" }];
        Assert.Equal(0, await hub.Get<Reconciler>().PollAsync(Partner.Lltp, CancellationToken.None));
        Assert.Equal(["a"], lltp.Ticked);
    }

    [Fact]
    public async Task The_portal_gets_again_what_it_lost_as_a_new_dossier_first()
    {
        var portal = new HoldingPartner(Partner.Dvcqg) { Says = _ => Held.Absent };
        await using var hub = await TestHub.StartWithAsync([portal], ("Reconciliation:PerSecond", "0"));
        await hub.GivenInProcessAsync();
        var before = portal.States.ToList();
        hub.Clock.Advance(TimeSpan.FromMinutes(1));
        await RunAsync(hub, partner: Partner.Dvcqg);
        hub.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(before.Count, await hub.Get<PortalSynchronisation>().RunAsync(CancellationToken.None));
        await hub.DeliverAllAsync();
        Assert.Equal(0, await hub.Get<PortalSynchronisation>().RunAsync(CancellationToken.None));

        Assert.Equal(before, portal.States.Skip(before.Count));
        Assert.Equal([PortalSynchronisation.Create], portal.Sent.Select(sent => sent.Hint).OfType<string>());
    }

    [Fact]
    public async Task A_delivery_given_up_is_done_when_the_partner_says_later_that_it_has_it()
    {
        var tthc = new AskablePartner(Partner.Tthc);
        await using var hub = await TestHub.StartWithAsync([tthc], ("Recovery:GiveUpAfter", "00:00:30"), ("Partners:tthc:Unknown", "AskOnly"));
        tthc.Replies(Scripts.Silence);
        await hub.TakesAsync(Messages.Application());
        await hub.DeliverAllAsync();
        hub.Clock.Advance(TimeSpan.FromMinutes(1));
        await hub.DeliverAllAsync();
        Assert.Equal(DeliveryState.Parked, (await hub.OnlyAsync(MessageKind.TthcDossier)).State);
        tthc.Answers(Presence.NotArrived, Scripts.Said("not held"));
        tthc.Answers(Presence.Arrived, Scripts.Said("held"));

        Assert.Equal(0, await hub.Get<UnansweredDeliveries>().AskAsync(CancellationToken.None));
        Assert.Equal([nameof(WorkItemKind.GaveUp)], await hub.WorkItemsAsync());
        Assert.Equal(1, await hub.Get<UnansweredDeliveries>().AskAsync(CancellationToken.None));

        Assert.Equal(DeliveryState.Delivered, (await hub.OnlyAsync(MessageKind.TthcDossier)).State);
        Assert.Empty(await hub.WorkItemsAsync());
        Assert.Single(tthc.Sent);
    }

    static Holding Listed(string number, string issued) => new(number, "", new Dictionary<string, string> { [HeldField.Issued] = issued });

    static Held As(params (string Field, string Value)[] fields) =>
        Held.As(new(Sample.Number, "", fields.ToDictionary(field => field.Field, field => field.Value)));

    static (int, int) Numbers(ReconciliationRow row) => (row.Compared, row.Differences);

    static Task<ReconciliationRow> RunAsync(TestHub hub, DateOnly? day = null, string partner = Partner.Tthc) =>
        hub.Get<Reconciler>().RunAsync(partner, day ?? Day, CancellationToken.None);

    static Task<IReadOnlyList<DifferenceRow>> OpenAsync(TestHub hub) => hub.ReadAsync(work => work.OpenDifferencesAsync(null, 99));

    /// <summary>A dossier in process, everything delivered to it.</summary>
    static async Task<TestHub> GivenAsync(HoldingPartner tthc)
    {
        var hub = await TestHub.StartWithAsync([tthc], ("Reconciliation:PerSecond", "0"));
        await hub.GivenInProcessAsync();
        return hub;
    }
}
