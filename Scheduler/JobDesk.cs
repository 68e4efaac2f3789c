using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Quartz;

namespace LLTP.Hub.Scheduler;

/// <summary>The timetable as people see it: when each job runs next, and running one at once.</summary>
public sealed class JobDesk(IServiceProvider services, IOptions<JobOptions> options)
{
    /// <summary>Who started a run, in the data that goes with it.</summary>
    public const string StartedBy = "startedBy";

    /// <summary>The day that a run is about, in the data that goes with it.</summary>
    public const string Day = "day";

    /// <summary>The timetable as this hub is configured.</summary>
    public IReadOnlyList<Entry> Entries { get; } = [.. Timetable.Entries.Select(options.Value.Timed)];

    public static string SchedulerOf(Place place) => place == Place.EachNode ? "lltp-hub-node" : "lltp-hub";

    /// <summary>The next time, or null when the job stands in no timetable any more.</summary>
    public async Task<DateTimeOffset?> NextAsync(Entry entry, CancellationToken cancellation)
    {
        var scheduler = await SchedulerAsync(entry, cancellation);
        var trigger = await scheduler.GetTrigger(new TriggerKey(entry.Name), cancellation);
        return trigger?.NextFireTimeUtc;
    }

    /// <summary>Starts a job beside its timetable; it waits while the job is running already.</summary>
    public async Task RunNowAsync(Entry entry, string by, DateOnly? day, CancellationToken cancellation)
    {
        var data = new JobDataMap { { StartedBy, by } };
        if (day is { } given)
            data.Add(Day, given.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        var scheduler = await SchedulerAsync(entry, cancellation);
        await scheduler.TriggerJob(new JobKey(entry.Name), data, cancellation);
    }

    async Task<IScheduler> SchedulerAsync(Entry entry, CancellationToken cancellation) =>
        await services.GetRequiredKeyedService<ISchedulerFactory>(SchedulerOf(entry.Place)).GetScheduler(cancellation);
}
