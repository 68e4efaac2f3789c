using LLTP.Hub.Simulators.Common;
using LLTP.Hub.Simulators.Vneid;

namespace LLTP.Hub.Simulators.Demo;

/// <summary>Lets citizens apply, so many at a time, until all have applied and their dossiers are finished.</summary>
sealed class Driver(DemoOptions options, Citizens citizens) : IDisposable
{
    readonly SemaphoreSlim places = new(options.Load);
    readonly Scenario[] mix = options.Scenario is { } one
        ? [.. Enumerable.Repeat(one, options.Dossiers)]
        : Scenarios.Mix(options.Dossiers, options.Seed);
    int inFlight;

    public int InFlight => Volatile.Read(ref inFlight);

    /// <summary>Ends when every dossier is finished; the caller's watchdog cancels when that cannot happen any more.</summary>
    public async Task DriveAsync(CancellationToken cancellation)
    {
        var running = new List<Task>(mix.Length);
        foreach (var (index, scenario) in mix.Index())
        {
            await places.WaitAsync(cancellation);
            running.Add(DriveOneAsync(index, scenario, cancellation));
        }
        await Task.WhenAll(running);
    }

    public void Dispose() => places.Dispose();

    async Task DriveOneAsync(int index, Scenario scenario, CancellationToken cancellation)
    {
        Interlocked.Increment(ref inFlight);
        try
        {
            if (await citizens.ApplyAsync(index, scenario, cancellation) is { } file)
                await file.Finished.WaitAsync(cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref inFlight);
            places.Release();
        }
    }
}
