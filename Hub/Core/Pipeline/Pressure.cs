using LLTP.Hub.Core.Options;
using Microsoft.Extensions.Options;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>Measures commits and disk, and says whether messages are taken; looks again at most four times a second.</summary>
public sealed class Pressure(IOptions<PressureOptions> options, DiskSpace disk, TimeProvider clock)
{
    public const string Stopping = nameof(Stopping);
    static readonly TimeSpan Freshness = TimeSpan.FromMilliseconds(250);

    readonly CommitTimes commits = new(clock);
    readonly Lock gate = new();
    DateTimeOffset lookedAt = DateTimeOffset.MinValue;
    Measured measured = new(TimeSpan.Zero, null, null);
    volatile bool stopping;

    /// <summary>Null when messages are taken.</summary>
    public string? Reason => stopping ? Stopping : BackPressure.Decide(options.Value, Measured);

    public Measured Measured
    {
        get
        {
            lock (gate)
            {
                var now = clock.GetUtcNow();
                if (now - lookedAt < Freshness)
                    return measured;
                lookedAt = now;
                var space = disk();
                return measured = new(commits.P95(), space?.Free, space?.Total);
            }
        }
    }

    public IDisposable Committing() => commits.Begin();

    /// <summary>From now on nothing is taken: the hub stops.</summary>
    public void Stop() => stopping = true;
}

/// <summary>Reads the disk that holds the hub's data; null when there is none.</summary>
public delegate (long Free, long Total)? DiskSpace();
