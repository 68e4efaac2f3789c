using System.Security.Cryptography.X509Certificates;
using LLTP.Hub.Scheduler;
using LLTP.Hub.Security;
using LLTP.Hub.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace LLTP.Hub.Tests.Security.Trusting;

public sealed class ExpiryTests
{
    static readonly DateTimeOffset Now = TestAuthority.Now;

    readonly TestAuthority root = TestAuthority.Root("CN=CA");

    [Theory]
    [InlineData(61, null)]
    [InlineData(60, 60)]
    [InlineData(31, 60)]
    [InlineData(30, 30)]
    [InlineData(8, 30)]
    [InlineData(7, 7)]
    [InlineData(0, 7)]
    [InlineData(-1, 0)]
    public void A_certificate_is_warned_of_sixty_thirty_and_seven_days_before_its_end(int days, int? threshold)
    {
        using var one = Until(days);
        Assert.Equal(threshold, Expiry.Of("lltp", ExpiryKind.Certificate, [one], Now).SingleOrDefault()?.Threshold);
    }

    [Fact]
    public void A_certificate_with_a_successor_needs_no_warning()
    {
        using X509Certificate2 old = Until(5), next = Until(400), other = root.Issue("CN=Khac", new() { Until = Now.AddDays(400) });
        Assert.Empty(Expiry.Of("lltp", ExpiryKind.Certificate, [old, next], Now));
        Assert.Single(Expiry.Of("lltp", ExpiryKind.Certificate, [old, other], Now));
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(6.2, null)]
    [InlineData(6.4, 7)]
    [InlineData(7.1, 0)]
    public void A_list_is_warned_of_in_the_last_tenth_of_its_life(double days, int? threshold)
    {
        var revocation = new Revocation(["ca.crl"], false);
        revocation.Put("ca.crl", root.List([], from: Now, until: Now.AddDays(7)), [root.Certificate], Now);
        Assert.Equal(threshold, Expiry.Of("lltp", revocation, Now.AddDays(days)).SingleOrDefault()?.Threshold);
    }

    [Fact]
    public void A_list_that_never_came_is_missing()
    {
        var notice = Assert.Single(Expiry.Of("lltp", new Revocation(["ca.crl"], false), Now));
        Assert.Equal((0, null), (notice.Threshold, notice.Ends));
    }

    [Fact]
    public void Each_thing_is_said_once_per_threshold_and_day()
    {
        using var one = Until(7.5);
        var clock = new ManualClock(Now);
        var watch = new ExpiryWatch(
            () => [.. Expiry.Of("lltp", ExpiryKind.Certificate, [one], clock.GetUtcNow())], new(NullLogger<SchedulerLog>.Instance), clock);
        Assert.Equal((1, 0), (watch.Say(), watch.Say()));
        clock.Advance(TimeSpan.FromHours(13));
        Assert.Equal((1, 0), (watch.Say(), watch.Say()));
        clock.Advance(TimeSpan.FromHours(12));
        Assert.Equal((1, 0), (watch.Say(), watch.Say()));
    }

    X509Certificate2 Until(double days) => root.Issue("CN=LLTP", new() { From = Now.AddYears(-1), Until = Now.AddDays(days) });
}
