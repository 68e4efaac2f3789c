using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Demo;

/// <summary>Lets citizens apply, so many at a time, until all have applied and their dossiers are finished.</summary>
sealed class Driver(DemoOptions options, SimulatorHouse house) : IDisposable
{
    readonly SemaphoreSlim places = new(options.Load);
    readonly Scenario[] mix = Scenarios.Mix(options.Dossiers, options.Seed);
    readonly Random draw = new(options.Seed);
    int inFlight;

    public int InFlight => Volatile.Read(ref inFlight);

    /// <summary>Ends when every dossier is finished; the caller's watchdog cancels when that cannot happen any more.</summary>
    public async Task DriveAsync(CancellationToken cancellation)
    {
        var running = new List<Task>(mix.Length);
        foreach (var (index, scenario) in mix.Index())
        {
            await places.WaitAsync(cancellation);
            running.Add(DriveOneAsync(index, Way(scenario), cancellation));
        }
        await Task.WhenAll(running);
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
