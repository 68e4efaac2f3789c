using LLTP.Hub.Simulators.Common;
using LLTP.Hub.Simulators.Vneid;

namespace LLTP.Hub.Simulators.Demo;

/// <summary>Lets citizens apply, so many at a time, until all have applied and their dossiers are finished.</summary>
sealed class Driver(DemoOptions options, Citizens citizens, SimulatorKit kit) : IDisposable
{
    /// <summary>Slow enough that dossiers come in before and after a switch of the process.</summary>
    static readonly TimeSpan PaceOfSwitch = TimeSpan.FromMilliseconds(50);

    readonly SemaphoreSlim places = new(options.Load);
    readonly Scenario[] mix = Scenarios.Mix(options.Dossiers, options.Seed);
    int inFlight;

    public int InFlight => Volatile.Read(ref inFlight);

    /// <summary>Ends when every dossier is finished; the caller's watchdog cancels when that cannot happen any more.</summary>
    public async Task DriveAsync(CancellationToken cancellation)
    {
        var running = new List<Task>(mix.Length);
        var pace = kit.Options is { PoliceFrom: not null, IsPoliceOnly: false } ? PaceOfSwitch : TimeSpan.Zero;
        await UntilSwitchAsync(pace * mix.Length / 2, cancellation);
        foreach (var (index, scenario) in mix.Index())
        {
            await Task.Delay(pace, cancellation);
            await places.WaitAsync(cancellation);
            running.Add(DriveOneAsync(index, scenario, cancellation));
        }
        await Task.WhenAll(running);
    }

    Task UntilSwitchAsync(TimeSpan before, CancellationToken cancellation) =>
        before > TimeSpan.Zero && kit.Options.PoliceFrom - before - kit.Clock.GetUtcNow() is { Ticks: > 0 } wait
            ? Task.Delay(wait, kit.Clock, cancellation) : Task.CompletedTask;

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
