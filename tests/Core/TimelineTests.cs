using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using Xunit;

namespace LLTP.Hub.Tests.Core;

public sealed class TimelineTests
{
    const StepState Done = StepState.Done;
    const StepState Ahead = StepState.Ahead;
    const StepState LeftOut = StepState.LeftOut;
    const StepState Not = StepState.NotThroughHub;

    [Fact]
    public void Steps_of_a_look_up_that_nobody_asked_for_are_left_out_not_done() =>
        Assert.Equal([Not, Done, Done, Done, Done, LeftOut, LeftOut, LeftOut, Done, Ahead], States(9, ProcessTable.Quy570, true, 2, 3, 5, 9));

    [Fact]
    public void Steps_that_do_not_pass_the_hub_say_so_whoever_issues() => Assert.All(
        [States(9, ProcessTable.Quy570, false, 2, 3, 5, 9), States(9, ProcessTable.Mps2026, true, 2, 3, 5, 9)],
        steps => Assert.Equal([Not, Done, Done, Done, Done, Not, Not, Not, Done, Ahead], steps));

    [Fact]
    public void A_look_up_that_did_pass_the_hub_stays_done_when_the_partners_offer_none_any_more() =>
        Assert.Equal([Done, Done, Not], States(4, ProcessTable.Quy570, false, 2, 3, 5, 6, 7).Skip(5).Take(3));

    [Fact]
    public void Nothing_is_ahead_of_a_dossier_that_ended_early() =>
        Assert.Equal([Not, Done, Done, .. Enumerable.Repeat(LeftOut, 7)], States((int)DossierState.Refused, ProcessTable.Quy570, true, 2, 3));

    static IEnumerable<StepState> States(int state, string profile, bool lookups, params int[] steps) =>
        Timeline.Of(new() { State = state, Profile = profile }, [.. steps.Select(step => new EventRow { Step = step, At = step })], lookups)
            .Select(step => step.State);
}
