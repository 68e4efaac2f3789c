using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace LLTP.Hub.Scheduler;

/// <summary>The hub's jobs, run by Quartz from one timetable.</summary>
public static class SchedulerRegistration
{
    public static IServiceCollection AddHubScheduler(this IServiceCollection services)
    {
        services.AddSingleton<SchedulerLog>().AddSingleton<ExpiryWatch>();
        services.AddQuartz(quartz =>
        {
            quartz.UseInMemoryStore();
            foreach (var entry in Timetable.Entries)
                Add(quartz, entry);
        });
        return services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
    }

    static void Add(IQuartzBuilder quartz, Entry entry)
    {
        var key = new JobKey(entry.Job.Name);
        quartz.AddJob(entry.Job, job => job.WithIdentity(key).WithDescription(entry.Purpose));
        quartz.AddTrigger(trigger => trigger.ForJob(key).WithIdentity(entry.Job.Name)
            .WithCronSchedule(entry.Cron, cron => cron.InTimeZone(Timetable.Vietnam).WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing)));
    }
}
