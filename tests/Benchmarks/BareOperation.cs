using System.Diagnostics;

namespace LLTP.Hub.Benchmarks;

/// <summary>An operation that the hub cannot avoid: how often a dossier needs it, and what it costs alone, in CPU time.</summary>
sealed record BareOperation(string Name, double PerDossier, double Milliseconds)
{
    static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    public double Total => PerDossier * Milliseconds;

    /// <summary>CPU milliseconds of one run, user and kernel, measured over at least a second of CPU.</summary>
    public static async Task<double> CostAsync(Func<Task> operation, int runsAtOnce = 20)
    {
        await RepeatAsync(operation, runsAtOnce);
        var (before, runs) = (Cpu(), 0);
        while (Cpu() - before < Least)
        {
            await RepeatAsync(operation, runsAtOnce);
            runs += runsAtOnce;
        }
        return (Cpu() - before).TotalMilliseconds / runs;
    }

    public static Task<double> CostAsync(Action operation) => CostAsync(() =>
    {
        operation();
        return Task.CompletedTask;
    });

    static async Task RepeatAsync(Func<Task> operation, int times)
    {
        for (var run = 0; run < times; run++)
            await operation();
    }

    static TimeSpan Cpu()
    {
        using var own = Process.GetCurrentProcess();
        return own.TotalProcessorTime;
    }
}
