using LLTP.Hub.Core.Store;

namespace LLTP.Hub.Core.Process;

/// <summary>How one of the ten steps stands.</summary>
public enum StepState
{
    Done,
    Ahead,

    /// <summary>Passed over, or the dossier ended before it.</summary>
    LeftOut,

    /// <summary>Nothing of it passes the hub: whether it was done is known elsewhere.</summary>
    NotThroughHub,
}

/// <summary>One of the ten steps that people see; At is the time of the first event that took the dossier there.</summary>
public sealed record TimelineStep(int Number, StepState State, DateTimeOffset? At);

/// <summary>The ten steps of a dossier as its history shows them; a step that nothing showed is never told as done.</summary>
public static class Timeline
{
    const int Steps = 10;
    const int Sent = 4;
    const int Received = 5;

    /// <param name="lookups">The partners offer look-ups over the hub.</param>
    public static IReadOnlyList<TimelineStep> Of(DossierRow dossier, IReadOnlyList<EventRow> events, bool lookups)
    {
        var times = events.Where(row => row.Step is not null).GroupBy(row => row.Step ?? 0).ToDictionary(group => group.Key, group => group.First().At);
        // What was received was sent: that step has an event of its own only where something went wrong.
        if (times.TryGetValue(Received, out var received))
            times.TryAdd(Sent, received);
        var last = times.Count == 0 ? 0 : times.Keys.Max();
        var ended = ProcessTable.IsClosed((DossierState)dossier.State);
        var process = ProcessTable.Of(dossier.Profile);
        return [.. Enumerable.Range(1, Steps).Select(step => times.TryGetValue(step, out var at)
            ? new TimelineStep(step, StepState.Done, Clock.Vietnam(at))
            : new(step, !process.HasStep(step, lookups) ? StepState.NotThroughHub : ended || step < last ? StepState.LeftOut : StepState.Ahead, null))];
    }
}
