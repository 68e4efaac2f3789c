using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Core;

public sealed class RecoveryTests
{
    static readonly DateTimeOffset Now = Sample.Start;
    static readonly RecoveryOptions Options = new();

    [Theory]
    [InlineData(ReplyClass.Done, DeliveryState.Delivered, null, null)]
    [InlineData(ReplyClass.AlreadyDone, DeliveryState.Delivered, "AlreadyDone", null)]
    [InlineData(ReplyClass.Rejected, DeliveryState.Parked, "PartnerRejected", WorkItemKind.PartnerRejected)]
    [InlineData(ReplyClass.Conflict, DeliveryState.Parked, "PartnerConflict", WorkItemKind.PartnerConflict)]
    [InlineData(ReplyClass.UnknownReply, DeliveryState.Parked, "UnknownReply", WorkItemKind.UnknownReply)]
    [InlineData(ReplyClass.NotMapped, DeliveryState.Parked, "UnmappedCode", WorkItemKind.UnmappedCode)]
    public void A_final_reply_ends_the_delivery_whatever_can_be_repeated(
        ReplyClass judged, string state, string? reason, WorkItemKind? work)
    {
        foreach (var (repeatable, askable) in ((bool, bool)[])[(false, false), (true, false), (false, true), (true, true)])
        {
            var decision = Decide(judged, repeatable, askable);

            Assert.Equal((state, reason, null, work), (decision.State, decision.Reason, decision.DueAt, decision.WorkItem));
            Assert.True(decision.Ended);
        }
    }

    [Theory]
    [InlineData(false, false), InlineData(true, false), InlineData(false, true), InlineData(true, true)]
    public void What_was_not_sent_is_always_tried_again(bool repeatable, bool askable)
    {
        var decision = Decide(ReplyClass.Retry, repeatable, askable);

        Assert.Equal((DeliveryState.Waiting, "Retry", Now.AddSeconds(5)), (decision.State, decision.Reason, decision.DueAt));
        Assert.False(decision.Ended);
    }

    [Theory]
    [InlineData(false, false, DeliveryState.Parked)]
    [InlineData(true, false, DeliveryState.OutcomeUnknown)]
    [InlineData(false, true, DeliveryState.OutcomeUnknown)]
    [InlineData(true, true, DeliveryState.OutcomeUnknown)]
    public void An_unknown_outcome_is_only_pursued_where_asking_or_repeating_is_harmless(bool repeatable, bool askable, string state) =>
        Assert.Equal(state, Decide(ReplyClass.Unknown, repeatable, askable).State);

    [Theory]
    [InlineData(ReplyClass.Retry), InlineData(ReplyClass.Unknown)]
    public void After_72_hours_a_person_decides(ReplyClass judged)
    {
        var before = Decide(judged, first: Now.AddHours(-72).AddSeconds(1));
        var after = Decide(judged, first: Now.AddHours(-72));

        Assert.NotEqual(DeliveryState.Parked, before.State);
        Assert.Equal((DeliveryState.Parked, "GaveUp", WorkItemKind.GaveUp), (after.State, after.Reason, after.WorkItem));
    }

    [Theory]
    [InlineData(ReplyClass.Done), InlineData(ReplyClass.AlreadyDone)]
    public void A_success_counts_however_late_it_comes(ReplyClass judged) =>
        Assert.Equal(DeliveryState.Delivered, Decide(judged, first: Now.AddDays(-30)).State);

    [Theory]
    [InlineData(null, 5), InlineData(2, 5), InlineData(60, 60)]
    public void The_next_attempt_is_not_before_the_partners_retry_after(int? retryAfter, int wait)
    {
        var after = retryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;

        Assert.Equal(Now.AddSeconds(wait), Decide(ReplyClass.Retry, retryAfter: after).DueAt);
    }

    [Fact]
    public void A_hint_makes_the_next_attempt_different_and_immediate()
    {
        var decision = Recovery.Decide(Options, new(ReplyClass.Retry, "update"), Attempt(), Now);

        Assert.Equal((DeliveryState.Waiting, Now, "update"), (decision.State, decision.DueAt, decision.Hint));
    }

    [Theory]
    [InlineData(1, 5), InlineData(2, 10), InlineData(3, 20), InlineData(8, 640), InlineData(9, 900), InlineData(1000, 900)]
    public void The_wait_doubles_up_to_fifteen_minutes_within_a_fifth(int attempt, int seconds)
    {
        Assert.Equal(TimeSpan.FromSeconds(seconds * 0.8), Recovery.Backoff(Options, attempt, 0));
        Assert.Equal(TimeSpan.FromSeconds(seconds), Recovery.Backoff(Options, attempt, 0.5));
        Assert.Equal(TimeSpan.FromSeconds(seconds * 1.2), Recovery.Backoff(Options, attempt, 1));
    }

    static Decision Decide(
        ReplyClass judged, bool repeatable = true, bool askable = false, DateTimeOffset? first = null, TimeSpan? retryAfter = null) =>
        Recovery.Decide(Options, new(judged), new(1, first ?? Now, repeatable, askable, retryAfter, 0.5), Now);

    static Attempted Attempt() => new(1, Now, true, false, null, 0.5);
}
