using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Engine;

public sealed class GracefulStopTests : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    static readonly string[] Three = ["D1", "D2", "D3"];
    readonly TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly SemaphoreSlim arrived = new(0);

    [Fact]
    public async Task What_is_on_its_way_ends_and_nothing_more_is_begun()
    {
        await using var hub = await TestHub.StartAsync(("Partners:tthc:Concurrency", "1"));
        var engine = await GivenOnTheWayAsync(hub, 1, Small("D1"), Small("D2"));

        var stopping = engine.DisposeAsync().AsTask();
        gate.SetResult();
        await stopping.WaitAsync(Patience);

        Assert.Equal(DeliveryState.Delivered, (await hub.OnlyAsync(MessageKind.TthcDossier, "D1")).State);
        AssertUntouched(await hub.OnlyAsync(MessageKind.TthcDossier, "D2"));
        Assert.Single(hub[Partner.Tthc].Sent);
    }

    [Fact]
    public async Task What_was_claimed_and_not_begun_is_handed_back_due_at_once()
    {
        await using var hub = await TestHub.StartAsync();
        var engine = await GivenOnTheWayAsync(hub, 2, Large("D1"), Large("D2"), Large("D3"));

        var stopping = engine.DisposeAsync().AsTask();
        gate.SetResult();
        await stopping.WaitAsync(Patience);

        var rows = await Task.WhenAll(Three.Select(number => hub.OnlyAsync(MessageKind.TthcDossier, number)));
        Assert.Equal(2, rows.Count(row => row.State == DeliveryState.Delivered));
        AssertUntouched(Assert.Single(rows, row => row.State != DeliveryState.Delivered));
    }

    [Fact]
    public async Task What_does_not_end_is_broken_off_and_a_restart_goes_on_at_once()
    {
        await using var hub = await TestHub.StartAsync(("Stop:Patience", "00:00:01"));
        var engine = await GivenOnTheWayAsync(hub, 1, Small("D1"));

        await engine.DisposeAsync().AsTask().WaitAsync(Patience);

        var row = await hub.OnlyAsync(MessageKind.TthcDossier, "D1");
        Assert.Equal((DeliveryState.OutcomeUnknown, "Stopped", Sample.Start.Ms()), (row.State, row.Reason, row.DueAt));
        Assert.Single(await hub.ClaimAsync(Partner.Tthc));
        gate.SetResult();
    }

    public void Dispose() => arrived.Dispose();

    async Task<IAsyncDisposable> GivenOnTheWayAsync(TestHub hub, int count, params Incoming[] messages)
    {
        hub[Partner.Tthc].OnTheWay = _ =>
        {
            arrived.Release();
            return gate.Task;
        };
        await hub.TakesAsync(messages);
        var engine = await hub.RunEngineAsync();
        for (var one = 0; one < count; one++)
            Assert.True(await arrived.WaitAsync(Patience));
        return engine;
    }

    static void AssertUntouched(DeliveryRow row) =>
        Assert.Equal((DeliveryState.Waiting, 0, Sample.Start.Ms(), null, null), (row.State, row.Attempt, row.DueAt, row.LeaseUntil, row.FirstAttemptAt));

    static Incoming Small(string number) => Messages.FromVneid(Sample.Application(number));

    static Incoming Large(string number) =>
        Small(number) with { Files = [new Blob($"hash of {number}", new byte[(1 << 20) + 1])] };
}
