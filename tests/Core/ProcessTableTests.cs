using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using Xunit;
using static LLTP.Hub.Core.Process.DossierState;

namespace LLTP.Hub.Tests.Core;

public sealed class ProcessTableTests
{
    public static TheoryData<string> Profiles => [ProcessTable.Quy570, ProcessTable.Mps2026];

    public static TheoryData<string, DossierState, EventKind, string, DossierState, int?, string> Allowed()
    {
        var data = new TheoryData<string, DossierState, EventKind, string, DossierState, int?, string>();
        foreach (var profile in ProcessTable.Profiles)
            foreach (var row in ExpectedProcess.Of(profile.Name))
                data.Add(profile.Name, row.At, row.On, row.From, row.To, row.Step, row.Owes);
        return data;
    }

    [Theory]
    [MemberData(nameof(Allowed))]
    public void An_allowed_event_leads_where_the_process_says(
        string profile, DossierState at, EventKind on, string from, DossierState to, int? step, string owes)
    {
        var row = ProcessTable.Of(profile).Find(at, on, from);

        Assert.NotNull(row);
        Assert.Equal((to, step), (row.StateAfter(at), row.Step));
        Assert.Equal(owes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), row.Owes.Select(Shown).Order());
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void Every_other_event_is_refused(string profile)
    {
        string[] senders = [.. Partner.All, Partner.Hub];
        var expected = ExpectedProcess.Of(profile).Select(row => (row.At, row.On, row.From)).ToHashSet();

        var open = from at in Enum.GetValues<DossierState>()
                   from kind in Enum.GetValues<EventKind>()
                   from sender in senders
                   where ProcessTable.Of(profile).Find(at, kind, sender) is not null
                   select (at, kind, sender);

        Assert.Equal(expected.Order(), open.Order());
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void Every_state_is_reachable(string profile)
    {
        var reached = new HashSet<DossierState> { None };
        var before = 0;
        while (before != reached.Count)
        {
            before = reached.Count;
            var next = ProcessTable.Of(profile).Rows.Where(row => row.At.Any(reached.Contains)).Select(row => row.To).OfType<DossierState>();
            reached.UnionWith([.. next]);
        }

        Assert.Equal(Enum.GetValues<DossierState>(), reached.Order());
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void Only_refused_withdrawn_stopped_and_handed_over_are_ends(string profile)
    {
        var ends = Enum.GetValues<DossierState>()
            .Where(at => !ProcessTable.Of(profile).Rows.Any(row => row.At.Contains(at) && row.StateAfter(at) != at));

        Assert.Equal([Refused, Withdrawn, Stopped, HandedOver], ends);
    }

    [Theory]
    [InlineData(Refused), InlineData(Withdrawn), InlineData(Stopped)]
    public void Nothing_happens_to_a_closed_dossier_but_that_its_display_may_say_so(DossierState closed) => Assert.All(
        ProcessTable.Profiles, profile => Assert.Equal([EventKind.Shown], profile.Rows.Where(row => row.At.Contains(closed)).Select(row => row.On)));

    [Fact]
    public void After_handing_over_only_decisions_and_a_reissue_are_left() => Assert.All(ProcessTable.Profiles, profile => Assert.Equal(
        [EventKind.Shown, EventKind.Decided, EventKind.Decided, EventKind.Reissued],
        profile.Rows.Where(row => row.At.Contains(HandedOver)).Select(row => row.On)));

    [Theory]
    [InlineData(Registered, EventKind.Refused, Partner.Tthc, WorkItemKind.RefundCase)]
    [InlineData(InProcess, EventKind.Refused, Partner.Lltp, WorkItemKind.RefundCase)]
    public void Some_events_are_also_work_for_people(DossierState at, EventKind on, string from, WorkItemKind kind) =>
        Assert.All(ProcessTable.Profiles, profile => Assert.Equal(kind, profile.Find(at, on, from)?.WorkItem));

    [Theory]
    [MemberData(nameof(Profiles))]
    public void No_state_is_told_to_the_partner_that_decided_it(string profile)
    {
        string[] states = [MessageKind.VneidState, MessageKind.TthcProgress];

        var deciding = ProcessTable.Of(profile).Rows.Where(row => row.To is not null);

        Assert.DoesNotContain(deciding, row => row.Owes.Any(owed => states.Contains(owed.Kind) && owed.Partner == row.From));
    }

    [Fact]
    public void The_steps_of_a_look_up_pass_the_hub_only_where_the_process_and_the_partners_have_one()
    {
        static IEnumerable<int> Steps(string profile, bool lookups) =>
            Enumerable.Range(1, 10).Where(step => ProcessTable.Of(profile).HasStep(step, lookups));

        Assert.Equal(Enumerable.Range(2, 9), Steps(ProcessTable.Quy570, lookups: true));
        Assert.Equal([2, 3, 4, 5, 9, 10], Steps(ProcessTable.Quy570, lookups: false));
        Assert.Equal([2, 3, 4, 5, 9, 10], Steps(ProcessTable.Mps2026, lookups: true));
    }

    static string Shown(Owed owed) =>
        owed.Kind + (owed.Show is { } show ? $":{(int)show}" : "") + (owed.When == When.Always ? "" : $"?{owed.When}");
}
