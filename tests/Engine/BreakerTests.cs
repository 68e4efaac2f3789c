using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Engine;

public sealed class BreakerTests
{
    const int Concurrency = 8;
    static readonly BreakerOptions Options = new() { Failures = 3, FirstBreak = TimeSpan.FromSeconds(5), LongestBreak = TimeSpan.FromMinutes(1) };
    static readonly DateTimeOffset Now = Sample.Start;

    [Theory]
    [InlineData(Transport.NothingSent, null, LineSign.Failed), InlineData(Transport.Broken, null, LineSign.Failed)]
    [InlineData(Transport.Readable, 200, LineSign.Answered), InlineData(Transport.Readable, 400, LineSign.Answered)]
    [InlineData(Transport.Readable, 503, LineSign.Failed), InlineData(Transport.Unreadable, 502, LineSign.Failed)]
    [InlineData(Transport.Unreadable, 500, LineSign.Failed), InlineData(Transport.Readable, 500, LineSign.Answered)]
    [InlineData(Transport.Unreadable, 200, LineSign.Answered), InlineData(Transport.NotMapped, null, LineSign.Silent)]
    public void Only_what_the_transport_did_counts(Transport transport, int? status, LineSign sign) =>
        Assert.Equal(sign, Breaker.SignOf(new(transport, status)));

    [Theory]
    [InlineData("F", BreakerState.Closed, 1), InlineData("FF", BreakerState.Closed, 2), InlineData("FFF", BreakerState.Open, 3)]
    [InlineData("FFAF", BreakerState.Closed, 1), InlineData("FFSF", BreakerState.Open, 3), InlineData("AAAA", BreakerState.Closed, 0)]
    public void Failures_in_a_row_open_it(string course, string state, int failures)
    {
        var row = course.Aggregate(new BreakerRow(), (row, sign) => Breaker.After(row, "d", Sign(sign), Options, Now));

        Assert.Equal((state, failures), (row.State, row.Failures));
    }

    [Theory]
    [InlineData(0, 0), InlineData(4.999, 0), InlineData(5, 1), InlineData(3600, 1)]
    public void An_open_one_lets_nothing_through_and_then_one_look(double seconds, int room) =>
        Assert.Equal(room, Breaker.Room(Opened(), Concurrency, Now.AddSeconds(seconds)));

    [Theory]
    [InlineData(0, 1), InlineData(0.9, 1), InlineData(1, 2), InlineData(2, 4), InlineData(3, 8), InlineData(4, 8), InlineData(1_000_000, 8)]
    public void After_an_outage_twice_as_many_every_second_up_to_the_partners_limit(double seconds, int room)
    {
        var back = Breaker.After(Looking(), "look", LineSign.Answered, Options, Now);

        Assert.Equal(room, Breaker.Room(back, Concurrency, Now.AddSeconds(seconds)));
        Assert.Equal(room == Concurrency, Breaker.NextRoom(back, Concurrency, Now.AddSeconds(seconds)) is null);
    }

    [Fact]
    public void Only_the_look_itself_decides_a_half_open_one()
    {
        var looking = Looking();

        Assert.Equal(looking, Breaker.After(looking, "another", LineSign.Answered, Options, Now));
        Assert.Equal(looking, Breaker.After(looking, "another", LineSign.Failed, Options, Now));
        Assert.Equal(BreakerState.Closed, Breaker.After(looking, "look", LineSign.Answered, Options, Now).State);
        Assert.Equal((BreakerState.Open, Now.AddSeconds(10).Ms()), At(Breaker.After(looking, "look", LineSign.Failed, Options, Now)));
        Assert.Equal((BreakerState.Open, Now.Ms()), At(Breaker.After(looking, "look", LineSign.Silent, Options, Now)));
    }

    [Fact]
    public void A_look_whose_node_died_is_anybodys_when_its_lease_ends()
    {
        Assert.Equal(0, Breaker.Room(Looking(), Concurrency, Now.AddSeconds(59)));
        Assert.Equal(1, Breaker.Room(Looking(), Concurrency, Now.AddSeconds(60)));
    }

    /// <summary>The partner is away from minute 0 to hour 24: looks double their distance up to a minute, and then come once a minute.</summary>
    [Theory]
    [InlineData(0.5, 2), InlineData(1, 3), InlineData(10, 12), InlineData(60, 62), InlineData(24 * 60, 1442)]
    public void The_course_of_a_long_outage(double minutes, int looks)
    {
        var (clock, row, count) = (new ManualClock(), Opened(), 0);
        while (Clock.Time(row.Until ?? 0) is var until && until <= Now.AddMinutes(minutes))
        {
            clock.Set(until);
            Assert.Equal(1, Breaker.Room(row, Concurrency, clock.GetUtcNow()));
            row = Breaker.Look(row, $"d{count++}", "node", until.AddMinutes(1), until);
            Assert.Equal(0, Breaker.Room(row, Concurrency, clock.GetUtcNow()));
            clock.Advance(TimeSpan.Zero);
            row = Breaker.After(row, row.Probe ?? "", LineSign.Failed, Options, clock.GetUtcNow());
        }

        Assert.Equal(looks, count);
    }

    static BreakerRow Opened() => Enumerable.Repeat(LineSign.Failed, Options.Failures)
        .Aggregate(new BreakerRow(), (row, sign) => Breaker.After(row, "d", sign, Options, Now));

    static BreakerRow Looking() => Breaker.Look(Opened(), "look", "node", Now.AddMinutes(1), Now);

    static LineSign Sign(char letter) => letter switch { 'F' => LineSign.Failed, 'A' => LineSign.Answered, _ => LineSign.Silent };

    static (string State, long? Until) At(BreakerRow row) => (row.State, row.Until);
}
