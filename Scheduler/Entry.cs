using LLTP.Hub.Core.Texts;

namespace LLTP.Hub.Scheduler;

/// <summary>What happens to a time that was missed because no node could run the job then.</summary>
public enum Missed
{
    /// <summary>The next time counts.</summary>
    Skip,

    /// <summary>The job runs once as soon as it can, however many times were missed.</summary>
    RunOnce,
}

/// <summary>Where a job runs when several nodes share one database.</summary>
public enum Place
{
    /// <summary>On one node at a time.</summary>
    OneNode,

    /// <summary>On every node: the job cares for something in the process's own memory.</summary>
    EachNode,
}

/// <summary>One thing the hub does on its own. A job never overlaps with itself.</summary>
/// <param name="Name">Names the job on the operations address and in the history.</param>
/// <param name="Cron">When, in Quartz's cron with seconds, by the clocks of Asia/Ho_Chi_Minh.</param>
/// <param name="Partner">The partner it concerns, where one class serves several.</param>
public sealed record Entry(string Name, Type Job, string Cron, Missed Missed = Missed.Skip, Place Place = Place.OneNode, string? Partner = null)
{
    /// <summary>Runs that found nothing to do leave no line in the history.</summary>
    public bool IsQuiet { get; init; }

    public string Vietnamese => Text.Vietnamese($"job.{Name}");

    public string English => Text.English($"job.{Name}");
}
