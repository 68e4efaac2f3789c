using Quartz;

namespace LLTP.Hub.Scheduler;

/// <summary>Times of jobs that differ from the timetable.</summary>
public sealed class JobOptions
{
    public const string Section = "Jobs";

    /// <summary>Quartz cron by name of job, as in "reconcile-tthc": "0 10 2 * * ?".</summary>
    public Dictionary<string, string> Cron { get; init; } = [];

    /// <summary>The entry with its configured time; a time that cannot be read stops the start elsewhere.</summary>
    public Entry Timed(Entry entry) => Cron.TryGetValue(entry.Name, out var cron) && IsCron(cron) ? entry with { Cron = cron } : entry;

    /// <summary>Names whose time cannot be used.</summary>
    public IReadOnlyList<string> Problems() => [.. Cron.Where(pair => Timetable.Find(pair.Key) is null || !IsCron(pair.Value)).Select(pair => pair.Key)];

    static bool IsCron(string text) => CronExpression.TryParse(text, out _);
}
