using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Core;

/// <summary>One message over a whole outage, attempt after attempt, by a clock that a person turns.</summary>
public sealed class OutageCourseTests
{
    static readonly TimeSpan Day = TimeSpan.FromHours(24);

    [Theory]
    [InlineData(1, 0), InlineData(2, 5), InlineData(3, 15), InlineData(8, 635), InlineData(9, 1275), InlineData(10, 2175), InlineData(11, 3075)]
    [InlineData(50, 38_175), InlineData(103, 85_875)]
    public void In_a_day_without_the_partner_it_is_tried_in_the_end_every_quarter_of_an_hour(int attempt, int second) =>
        Assert.Equal(TimeSpan.FromSeconds(second), Course(Day)[attempt - 1].At);

    [Fact]
    public void A_day_costs_a_hundred_and_three_attempts_and_none_of_them_gives_up()
    {
        var course = Course(Day);

        Assert.Equal(103, course.Count);
        Assert.All(course, step => Assert.Equal(DeliveryState.Waiting, step.Decision.State));
    }

    [Theory]
    [InlineData(0.0), InlineData(0.3), InlineData(1.0)]
    public void After_a_day_the_partner_gets_it_within_eighteen_minutes_of_its_return(double jitter)
    {
        var arrived = Course(Day + TimeSpan.FromHours(1), jitter, back: Day)[^1];

        Assert.Equal(DeliveryState.Delivered, arrived.Decision.State);
        Assert.InRange(arrived.At - Day, TimeSpan.Zero, TimeSpan.FromMinutes(18));
    }

    [Fact]
    public void The_first_attempt_after_three_days_puts_it_before_a_person()
    {
        var last = Course(TimeSpan.FromDays(4))[^1];

        Assert.Equal((296, TimeSpan.FromSeconds(259_575)), (last.Attempt, last.At));
        Assert.Equal((DeliveryState.Parked, WorkItemKind.GaveUp), (last.Decision.State, last.Decision.WorkItem));
    }

    /// <summary>What is decided after each attempt of so long a time; the partner refuses the line until it is back.</summary>
    static List<Step> Course(TimeSpan time, double jitter = 0.5, TimeSpan? back = null)
    {
        var clock = new ManualClock();
        var first = clock.GetUtcNow();
        var steps = new List<Step>();
        while (clock.GetUtcNow() - first <= time && steps is not [.., { Decision.Ended: true }])
        {
            var at = clock.GetUtcNow() - first;
            var attempted = new Attempted(steps.Count + 1, first, false, false, null, jitter);
            var decision = Recovery.Decide(new RecoveryOptions(), new(at >= back ? ReplyClass.Done : ReplyClass.Retry), attempted, clock.GetUtcNow());
            steps.Add(new(attempted.Attempt, at, decision));
            if (decision.DueAt is { } due)
                clock.Advance(due - clock.GetUtcNow());
        }
        return steps;
    }

    sealed record Step(int Attempt, TimeSpan At, Decision Decision);
}
