using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Engine;

public sealed class WaitReasonTests
{
    static readonly DateTimeOffset Now = Sample.Start;
    static readonly DeliveryRow Due = new() { DueAt = Now.Ms() };
    static readonly Standing Well = new(true, new());
    static readonly BreakerRow Open = new() { State = BreakerState.Open, Until = Now.AddMinutes(1).Ms() };

    public static TheoryData<DeliveryRow, Standing, WaitReason> Table => new()
    {
        { Due with { State = DeliveryState.Parked }, Well, new("Parked") },
        { Due with { State = DeliveryState.InFlight, DueAt = null }, Well with { Breaker = Open }, new("OnTheWay") },
        { Due with { State = DeliveryState.Delivered }, Well, new("Ended") },
        { Due, Well with { IsConfigured = false }, new("NotConfigured") },
        { Due with { DueAt = null }, Well with { Breaker = Open }, new("BehindEarlier", null, "first") },
        { Due, Well with { ClosedUntil = Now.AddHours(6), Breaker = Open }, new("ClosingHours", Now.AddHours(6)) },
        { Due, Well with { Breaker = Open }, new("BreakerOpen", Now.AddMinutes(1)) },
        { Due, Well with { Breaker = Open with { State = BreakerState.HalfOpen, Probe = "look" } }, new("BreakerLooks", null, "look") },
        { Due with { DueAt = Now.AddSeconds(5).Ms() }, Well with { RateUntil = Now.AddSeconds(1) }, new("BackOff", Now.AddSeconds(5)) },
        { Due with { DueAt = Now.AddSeconds(5).Ms(), State = DeliveryState.OutcomeUnknown }, Well, new("OutcomeUnknown", Now.AddSeconds(5)) },
        { Due, Well with { RateUntil = Now.AddSeconds(1) }, new("RateLimit", Now.AddSeconds(1)) },
        { Due, Well, new("InTurn") },
    };

    [Theory, MemberData(nameof(Table))]
    public void Every_waiting_delivery_says_what_it_waits_for(DeliveryRow row, Standing standing, WaitReason reason)
    {
        var found = WaitReason.Of(row, "first", standing, Now);

        Assert.Equal(reason, found);
        Assert.All(new[] { found.Vietnamese, found.English }, words => Assert.DoesNotContain("{", words, StringComparison.Ordinal));
    }
}
