using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using Xunit;
using static LLTP.Hub.Core.Process.DossierState;

namespace LLTP.Hub.Tests.Core;

public sealed class ProcessTableTests
{
    public static TheoryData<DossierState, EventKind, string, DossierState, int?, string> Allowed()
    {
        var data = new TheoryData<DossierState, EventKind, string, DossierState, int?, string>();
        foreach (var row in ExpectedProcess.Rows)
            data.Add(row.At, row.On, row.From, row.To, row.Step, row.Owes);
        return data;
    }

    [Theory]
    [MemberData(nameof(Allowed))]
    public void An_allowed_event_leads_where_the_process_says(
        DossierState at, EventKind on, string from, DossierState to, int? step, string owes)
    {
        var row = ProcessTable.Find(at, on, from);

        Assert.NotNull(row);
        Assert.Equal((to, step), (row.StateAfter(at), row.Step));
        Assert.Equal(owes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), row.Owes.Select(Shown).Order());
    }

    [Fact]
    public void Every_other_event_is_refused()
    {
        string[] senders = [.. Partner.All, Partner.Hub];
        var expected = ExpectedProcess.Rows.Select(row => (row.At, row.On, row.From)).ToHashSet();

        var open = from at in Enum.GetValues<DossierState>()
                   from kind in Enum.GetValues<EventKind>()
                   from sender in senders
                   where ProcessTable.Find(at, kind, sender) is not null
                   select (at, kind, sender);

        Assert.Equal(expected.Order(), open.Order());
    }

    [Fact]
    public void Every_state_is_reachable()
    {
        var reached = new HashSet<DossierState> { None };
        var before = 0;
        while (before != reached.Count)
        {
            before = reached.Count;
            var next = ProcessTable.Rows.Where(row => row.At.Any(reached.Contains)).Select(row => row.To).OfType<DossierState>();
            reached.UnionWith([.. next]);
        }

        Assert.Equal(Enum.GetValues<DossierState>(), reached.Order());
    }

    [Fact]
    public void Only_refused_withdrawn_stopped_and_handed_over_are_ends()
    {
        var ends = Enum.GetValues<DossierState>()
            .Where(at => !ProcessTable.Rows.Any(row => row.At.Contains(at) && row.StateAfter(at) != at));

        Assert.Equal([Refused, Withdrawn, Stopped, HandedOver], ends);
    }

    [Theory]
    [InlineData(Refused), InlineData(Withdrawn), InlineData(Stopped)]
    public void Nothing_happens_to_a_closed_dossier(DossierState closed) =>
        Assert.DoesNotContain(ProcessTable.Rows, row => row.At.Contains(closed));

    [Fact]
    public void After_handing_over_only_decisions_and_a_reissue_are_left() =>
        Assert.Equal([EventKind.Decided, EventKind.Decided, EventKind.Reissued], ProcessTable.Rows.Where(row => row.At.Contains(HandedOver)).Select(row => row.On));

    [Theory]
    [InlineData(Registered, EventKind.Refused, Partner.Tthc, WorkItemKind.RefundCase)]
    [InlineData(InProcess, EventKind.Refused, Partner.Lltp, WorkItemKind.RefundCase)]
    public void Some_events_are_also_work_for_people(DossierState at, EventKind on, string from, WorkItemKind kind) =>
        Assert.Equal(kind, ProcessTable.Find(at, on, from)?.WorkItem);

    [Fact]
    public void No_state_is_told_to_the_partner_that_decided_it()
    {
        string[] states = [MessageKind.VneidState, MessageKind.TthcProgress];

        var deciding = ProcessTable.Rows.Where(row => row.To is not null);

        Assert.DoesNotContain(deciding, row => row.Owes.Any(owed => states.Contains(owed.Kind) && owed.Partner == row.From));
    }

    static string Shown(Owed owed) =>
        owed.Kind + (owed.Show is { } show ? $":{(int)show}" : "") + (owed.When == When.Always ? "" : $"?{owed.When}");
}
