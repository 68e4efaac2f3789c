using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Demo;

/// <summary>Looks at the run ten times a second: progress line, memory, disturbances, and whether anything still happens.</summary>
sealed class Watch(SimulatorKit kit, HubNodes hub, Disturbances disturbances, Operator people, ProgressLine line)
{
    static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(100);
    static readonly TimeSpan LongestQuiet = TimeSpan.FromSeconds(60);
    static readonly TimeSpan Settle = TimeSpan.FromSeconds(2);

    /// <summary>Ends when the driving has ended and the partners are quiet, or when nothing has happened for a minute.</summary>
    public async Task WatchAsync(Task driving, CancellationToken cancellation)
    {
        // However long the start took.
        kit.Journal.Touch();
        while (!IsOver(driving))
        {
            await Task.WhenAny(driving.IsCompleted ? Task.Delay(Beat, cancellation) : driving, Task.Delay(Beat, cancellation));
            cancellation.ThrowIfCancellationRequested();
            hub.SampleMemory();
            line.Show();
            hub.StartAgainWhereTold();
            await disturbances.ActWhenDueAsync(cancellation);
            await people.ActAsync(cancellation);
        }
        await disturbances.EndAsync();
        if (hub.HasEnded)
            kit.Journal.Trouble("hub", "its process ended by itself");
        foreach (var point in hub.PointsLeft)
            kit.Journal.Trouble("hub", $"never came by the kill point {point}");
        foreach (var (server, count) in disturbances.Left)
            kit.Journal.Trouble("hub", $"the run was over before {count} stops of {server}");
        line.End();
    }

    // A hub that ended by itself does not come back. Late repeats may still be on their way after the last dossier is finished, and what a
    // killed node had on its way is silent until its leases end: nothing is called lost before a minute of quiet.
    bool IsOver(Task driving) => hub.HasEnded || kit.Journal.Quiet > LongestQuiet
        || (driving.IsCompleted && kit.Errands.Running == 0 && kit.Journal.Quiet > Settle && Audit.Of(kit).Lost == 0);
}
