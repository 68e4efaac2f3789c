using System.Globalization;
using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Pipeline;
using Xunit;

namespace LLTP.Hub.Tests.Engine;

public sealed class SendingHoursTests
{
    static readonly ClosureOptions Night = new() { From = new(22, 0), To = new(5, 0) };
    static readonly ClosureOptions Lunch = new() { From = new(11, 30), To = new(13, 0) };
    static readonly ClosureOptions Sunday = new() { From = new(0, 0), To = new(0, 0), Days = [DayOfWeek.Sunday] };
    static readonly MaintenanceOptions Early = new() { From = At("2026-06-03T05:00"), To = At("2026-06-03T06:30") };

    [Theory]
    [InlineData("2026-06-03T21:59", null), InlineData("2026-06-03T22:00", "2026-06-04T05:00"), InlineData("2026-06-04T00:30", "2026-06-04T05:00")]
    [InlineData("2026-06-04T04:59", "2026-06-04T05:00"), InlineData("2026-06-04T05:00", null), InlineData("2026-06-04T12:00", "2026-06-04T13:00")]
    [InlineData("2026-06-02T23:00", "2026-06-03T06:30"), InlineData("2026-06-03T06:29", "2026-06-03T06:30"), InlineData("2026-06-03T06:30", null)]
    [InlineData("2026-06-06T22:30", "2026-06-08T05:00"), InlineData("2026-06-07T12:00", "2026-06-08T05:00")]
    public void It_opens_when_the_last_of_the_closures_that_touch_ends(string at, string? opens)
    {
        var options = new DeliveryOptions { Closures = [Night, Lunch, Sunday], Maintenance = [Early] };

        Assert.Equal(opens is null ? null : At(opens), SendingHours.ClosedUntil(options, At(at).ToUniversalTime()));
    }

    [Fact]
    public void Without_a_calendar_it_is_always_open() => Assert.Null(SendingHours.ClosedUntil(new(), At("2026-06-07T03:00")));

    [Theory]
    [InlineData("00:00", "00:00", false), InlineData("22:00", "05:00", true)]
    public void A_closure_that_never_ends_is_no_configuration(string from, string to, bool good) =>
        Assert.Equal(good, !new ClosureOptions { From = TimeOnly.Parse(from, CultureInfo.InvariantCulture), To = TimeOnly.Parse(to, CultureInfo.InvariantCulture) }.Problems().Any());

    [Fact]
    public void Every_part_of_a_partners_options_is_checked()
    {
        var options = new DeliveryOptions
        {
            Breaker = new() { Failures = 0 }, Rates = [new() { Count = 0 }], Closures = [new()], Maintenance = [new()],
        };

        Assert.Equal(["Breaker", "Closures", "Maintenance", "Rates"], options.Validate(new(options)).SelectMany(one => one.MemberNames).Order());
    }

    static DateTimeOffset At(string local) => DateTimeOffset.Parse(local + "+07:00", CultureInfo.InvariantCulture);
}
