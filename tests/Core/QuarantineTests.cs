using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using LLTP.Hub.Security;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Core;

public class QuarantineTests
{
    static readonly byte[] Bytes = [1, 2, 3];

    [Fact]
    public async Task Of_a_stranger_nothing_is_kept_but_the_fact()
    {
        await using var hub = await TestHub.StartAsync();

        await TurnAwayAsync(hub, null, FailureCode.NotAuthenticated);

        var row = Assert.Single(await hub.RefusalsAsync());
        Assert.Null(row.Bytes);
        Assert.Null(row.ExpiresAt);
        Assert.Equal(("door", "10.0.0.1", 3, Fingerprint.Sha256Hex(Bytes), "NotAuthenticated", hub.Clock.GetUtcNow().Ms()),
            (row.Door, row.Address, row.Size, row.Sha256, row.Reason, row.At));
    }

    [Fact]
    public async Task What_a_known_sender_sent_is_kept_for_thirty_days()
    {
        await using var hub = await TestHub.StartAsync();
        await TurnAwayAsync(hub, Partner.Lltp, FailureCode.Malformed);

        hub.Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromMilliseconds(1));
        await hub.Pipeline.SweepAsync(CancellationToken.None);
        Assert.Equal(Bytes, Assert.Single(await hub.RefusalsAsync()).Bytes);

        hub.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await hub.Pipeline.SweepAsync(CancellationToken.None);
        Assert.Null(Assert.Single(await hub.RefusalsAsync()).Bytes);
    }

    [Fact]
    public async Task A_refusal_is_an_event_of_its_dossier_like_any_other()
    {
        await using var hub = await TestHub.StartAsync();

        await TurnAwayAsync(hub, Partner.Lltp, FailureCode.Forged);

        Assert.Equal(["MessageRefused"], await hub.EventsAsync());
    }

    [Fact]
    public async Task A_full_quarantine_lets_the_oldest_go()
    {
        await using var hub = await TestHub.StartAsync();
        await GivenKeptAsync(hub, "oldest", Quarantine.Capacity / 2, expiresAt: 1);
        await GivenKeptAsync(hub, "older", Quarantine.Capacity / 2, expiresAt: 2);

        await TurnAwayAsync(hub, Partner.Lltp, FailureCode.Malformed);

        Assert.Equal(["older", "Malformed"], (await hub.RefusalsAsync()).Where(row => row.Bytes is not null).Select(row => row.Reason));
        Assert.Equal(3, (await hub.RefusalsAsync()).Count);
    }

    [Fact]
    public async Task What_was_read_and_thrown_away_is_known_by_size_and_fingerprint()
    {
        await using var hub = await TestHub.StartAsync();
        var tooLarge = new TurnedAway("door", Partner.Vneid, null, null, default, Failure.Of(FailureCode.TooLarge, 48));

        await hub.Pipeline.TurnAwayAsync(tooLarge with { Size = 99, Sha256 = "ab" }, CancellationToken.None);

        var row = Assert.Single(await hub.RefusalsAsync());
        Assert.Equal((99, "ab"), (row.Size, row.Sha256));
        Assert.Null(row.Bytes);
    }

    [Fact]
    public async Task A_refused_message_never_enters_the_dossiers()
    {
        await using var hub = await TestHub.StartAsync(("Numbers:Allocator", "Hub"));

        Assert.NotNull((await hub.SendAsync(Messages.Application())).Refusal);

        Assert.Null(await hub.Queries.FindAsync(Sample.Number, CancellationToken.None));
        Assert.Equal(0, await hub.ReadAsync(work => work.FirstAsync<long>("SELECT count(*) FROM payload")));
    }

    static Task TurnAwayAsync(TestHub hub, string? partner, FailureCode code) => hub.Pipeline.TurnAwayAsync(
        new("door", partner, Sample.Number, "10.0.0.1", Bytes, Failure.Of(code, "A", "B")), CancellationToken.None);

    static Task<int> GivenKeptAsync(TestHub hub, string name, long size, long expiresAt)
    {
        var row = new RefusalRow
        {
            Id = name, Door = "door", Partner = Partner.Vneid, Size = size, Sha256 = "-", Reason = name,
            KeyId = "plain", Bytes = Bytes, ExpiresAt = expiresAt,
        };
        return hub.Database.WriteAsync(work => work.RefuseAsync(row), CancellationToken.None);
    }
}

[OnPostgres]
public sealed class QuarantineTestsOnPostgres : QuarantineTests;
