using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Demo;

/// <summary>Lets citizens apply, so many at a time, until all have applied and their dossiers are finished.</summary>
sealed class Driver(DemoOptions options, SimulatorHouse house, SimulatorKit kit) : IDisposable
{
    /// <summary>The first half of the dossiers comes in during this time before a switch of the process, the other half after it.</summary>
    static readonly TimeSpan BeforeSwitch = TimeSpan.FromSeconds(10);

    readonly SemaphoreSlim places = new(options.Load);
    readonly Scenario[] mix = options.Scenario is { } one
        ? [.. Enumerable.Repeat(one, options.Dossiers)]
        : Scenarios.Mix(options.Dossiers, options.Seed);
    readonly Random draw = new(options.Seed);
    int inFlight;

    public int InFlight => Volatile.Read(ref inFlight);

    /// <summary>Ends when every dossier is finished; the caller's watchdog cancels when that cannot happen any more.</summary>
    public async Task DriveAsync(CancellationToken cancellation)
    {
        var running = new List<Task>(mix.Length);
        foreach (var (index, scenario) in mix.Index())
        {
            await UntilTurnAsync(index, cancellation);
            await places.WaitAsync(cancellation);
            running.Add(DriveOneAsync(index, Way(scenario), cancellation));
        }
        await Task.WhenAll(running);
    }

    Task UntilTurnAsync(int index, CancellationToken cancellation)
    {
        if (kit.Options is not { PoliceFrom: { } at, IsPoliceOnly: false })
            return Task.CompletedTask;
        var turn = at - BeforeSwitch * Math.Max(0, 1 - (2.0 * index / mix.Length));
        return turn - kit.Clock.GetUtcNow() is { Ticks: > 0 } wait ? Task.Delay(wait, kit.Clock, cancellation) : Task.CompletedTask;
    }

    public void Dispose() => places.Dispose();

    // Drawn in the order of the dossiers: the same seed sends the same ones to the counter.
    Func<int, CancellationToken, Task<DossierCase?>> Way(Scenario scenario)
    {
        var atCounter = draw.NextDouble() * 100 < options.CounterPercent;
        var can = house.Possible(scenario, atCounter);
        return atCounter
            ? (index, cancellation) => house.Counter.ApplyAsync(index, can, cancellation)
            : (index, cancellation) => house.Citizens.ApplyAsync(index, can, cancellation);
    }

    async Task DriveOneAsync(int index, Func<int, CancellationToken, Task<DossierCase?>> begin, CancellationToken cancellation)
    {
        Interlocked.Increment(ref inFlight);
        try
        {
            if (await begin(index, cancellation) is { } file)
                await file.Finished.WaitAsync(cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref inFlight);
            places.Release();
        }
    }
}
