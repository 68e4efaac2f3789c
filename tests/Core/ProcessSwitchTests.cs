using LLTP.Hub.Core.Deadlines;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Tests.Security;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Core;

/// <summary>A province goes from 570-2024 to mps-2026 at midnight with dossiers of all kinds on their way.</summary>
public class ProcessSwitchTests
{
    const string Justice = "Sở Tư pháp";
    const string Police = "Công an tỉnh";

    static readonly int InFlight = Full.Or(200, 30);
    static readonly DateTimeOffset Midnight = Calendars.Time("2026-07-01T00:00");

    static readonly (string, string)[] Switch =
    [
        ("Province:Switches:0:At", "2026-07-01T00:00:00"), ("Province:Switches:0:Profile", ProcessTable.Mps2026),
        ("Province:Switches:0:UnitName", Police), ("Province:Switches:0:ProcedureCode", "3.000333.000.00.00.H56"),
    ];

    [Fact]
    public async Task Dossiers_on_their_way_at_midnight_all_end_under_the_process_that_they_were_opened_under()
    {
        await using var hub = await TestHub.StartAsync(Switch);
        hub.Clock.Set(Midnight.AddHours(-1));
        for (var n = 0; n < InFlight; n++)
            await GivenOnItsWayAsync(hub, Old(n), n % 5);
        hub.Clock.Set(Midnight.AddTicks(-1));
        await hub.TakesAsync(Messages.FromVneid(Sample.Application(Old(InFlight))));
        hub.Clock.Set(Midnight);
        await hub.TakesAsync(Messages.FromVneid(Sample.Application(New(0))));

        for (var n = 0; n <= InFlight; n++)
            await FinishAsync(hub, Old(n), lookup: true);
        for (var n = 0; n <= InFlight / 4; n++)
            await FinishAsync(hub, New(n), lookup: false);

        for (var n = 0; n <= InFlight; n++)
            await EndedAsync(hub, Old(n), ProcessTable.Quy570, Justice, "2.000488.000.00.00.H56");
        for (var n = 0; n <= InFlight / 4; n++)
            await EndedAsync(hub, New(n), ProcessTable.Mps2026, Police, "3.000333.000.00.00.H56");
        Assert.Equal(InFlight + 1, hub[Partner.V06].Of(MessageKind.V06Lookup).Select(sent => sent.Dossier.Number).Distinct().Count());
        Assert.DoesNotContain(hub[Partner.V06].Sent, sent => sent.Dossier.Number.StartsWith("H56.14-260701", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_time_limit_is_that_of_the_process_whichever_day_the_dossier_is_accepted()
    {
        await using var hub = await TestHub.StartAsync(Switch);
        hub.Clock.Set(Midnight.AddHours(-1));
        await hub.TakesAsync(Messages.FromVneid(Sample.Application(Old(1))));
        hub.Clock.Set(Midnight.AddHours(9));
        await hub.TakesAsync(Messages.FromVneid(Sample.Application(New(1))));
        foreach (var number in (string[])[Old(1), New(1)])
            await AcceptAsync(hub, number);

        Assert.Equal(("2026-07-06", "2026-07-13"), ((await hub.DossierAsync(Old(1))).DueDate, (await hub.DossierAsync(New(1))).DueDate));
    }

    [Fact]
    public async Task A_look_up_is_taken_for_the_old_process_and_refused_for_the_new_one()
    {
        await using var hub = await TestHub.StartAsync(Switch);
        hub.Clock.Set(Midnight);
        await hub.TakesAsync(Messages.FromVneid(Sample.Application(New(1))));
        await AcceptAsync(hub, New(1));

        var asked = await hub.SendAsync(AskedLookup(hub, New(1)));

        Assert.Equal(FailureCode.NotAllowedNow, asked.Refusal?.Code);
        Assert.DoesNotContain("Lookup", asked.Refusal?.DetailEnglish.Split("Allowed:")[1] ?? "", StringComparison.Ordinal);
    }

    static string Old(int n) => $"H56.14-260630-{5001 + n}";

    static string New(int n) => $"H56.14-260701-{5001 + n}";

    /// <summary>0 submitted, 1 accepted and not delivered, 2 look-up asked, 3 supplement asked, 4 interim result.</summary>
    static async Task GivenOnItsWayAsync(TestHub hub, string number, int stage)
    {
        await hub.TakesAsync(Messages.FromVneid(Sample.Application(number)));
        if (stage == 0)
            return;
        await hub.DeliverAllAsync();
        await hub.TakesAsync(Messages.FromTthc(EventKind.Accepted, Sample.Acceptance(at: hub.Clock.GetUtcNow()), number: number));
        if (stage == 1)
            return;
        await hub.DeliverAllAsync();
        await hub.TakesAsync(stage == 3
            ? Messages.FromTthc(EventKind.SupplementAsked, (SupplementRequest)Sample.SupplementRequest() with { At = hub.Clock.GetUtcNow() }, number: number)
            : AskedLookup(hub, number));
        await hub.DeliverAllAsync();
        if (stage == 4)
            await AnswerAsync(hub, number, LookupResult.Verifying, 1);
    }

    static async Task FinishAsync(TestHub hub, string number, bool lookup)
    {
        if (await hub.Queries.FindAsync(number, CancellationToken.None) is null)
            await hub.TakesAsync(Messages.FromVneid(Sample.Application(number)));
        await hub.DeliverAllAsync();
        if (await hub.StateAsync(number) == DossierState.SupplementAsked)
            await hub.TakesAsync(Messages.FromVneid(Sample.Application(number, purpose: "2")));
        await AcceptAsync(hub, number);
        if (lookup && (await hub.DeliveriesAsync(MessageKind.V06Lookup, number)).Count == 0)
        {
            await hub.TakesAsync(AskedLookup(hub, number));
            await hub.DeliverAllAsync();
        }
        if (lookup)
            await AnswerAsync(hub, number, LookupResult.None, 2);
        await hub.TakesAsync(Messages.FromLltp(EventKind.Issued, Certificate(hub, number), number: number));
        await hub.DeliverAllAsync();
    }

    static async Task AcceptAsync(TestHub hub, string number)
    {
        await hub.DeliverAllAsync();
        if (await hub.StateAsync(number) == DossierState.Registered)
            await hub.TakesAsync(Messages.FromTthc(EventKind.Accepted, Sample.Acceptance(at: hub.Clock.GetUtcNow()), number: number));
        await hub.DeliverAllAsync();
    }

    static async Task AnswerAsync(TestHub hub, string number, LookupResult result, int answerNo)
    {
        var request = (await hub.OnlyAsync(MessageKind.V06Lookup, number)).Id;
        await hub.TakesAsync(Messages.FromV06(Sample.LookupAnswer(request, result, answerNo) with { At = hub.Clock.GetUtcNow() }, number));
        await hub.DeliverAllAsync();
    }

    static Incoming AskedLookup(TestHub hub, string number) => Messages.FromLltp(
        EventKind.LookupAsked, (LookupRequest)Sample.LookupRequest() with { At = hub.Clock.GetUtcNow() }, number: number);

    static Issue Certificate(TestHub hub, string number)
    {
        var issue = Sample.Issue($"{number}/LLTP");
        return issue with { At = hub.Clock.GetUtcNow(), Certificate = issue.Certificate with { IssuedOn = new("01/07/2026", new(2026, 7, 1)) } };
    }

    static async Task EndedAsync(TestHub hub, string number, string profile, string unit, string procedure)
    {
        var row = await hub.DossierAsync(number);
        Assert.Equal((profile, (int)DossierState.HandedOver), (row.Profile, row.State));
        foreach (var display in (string[])[Partner.Vneid, Partner.Tthc, Partner.Dvcqg])
            Assert.Equal(10, await hub.ShownAsync(display, number));
        var told = hub[Partner.Dvcqg].Sent.Where(sent => sent.Dossier.Number == number).Select(sent => (sent.Dossier.UnitName, sent.Dossier.ProcedureCode));
        Assert.Equal([(unit, procedure)], told.Distinct());
    }
}

[OnPostgres]
public sealed class ProcessSwitchTestsOnPostgres : ProcessSwitchTests;
