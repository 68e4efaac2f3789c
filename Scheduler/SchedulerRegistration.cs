using System.Globalization;
using LLTP.Hub.Core.Options;
using LLTP.Hub.Security;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Quartz;

namespace LLTP.Hub.Scheduler;

/// <summary>The hub's jobs, run by Quartz from one timetable: those of each node from memory, the others from the store that the nodes share.</summary>
public static class SchedulerRegistration
{
    public static IServiceCollection AddHubScheduler(this IServiceCollection services, IConfiguration configuration)
    {
        var store = configuration.GetSection(StoreOptions.Section);
        var times = configuration.GetSection(JobOptions.Section).Get<JobOptions>() ?? new();
        services.AddOptions<JobOptions>().Bind(configuration.GetSection(JobOptions.Section))
            .Validate(
                given => given.Problems().Count == 0,
                "Jobs:Cron names a job that is not in the timetable, or a time that is no Quartz cron such as 0 30 3 * * ?.")
            .ValidateOnStart();
        services.AddSingleton<SchedulerLog>().AddSingleton<ExpiryWatch>().AddSingleton<JobHistory>().AddSingleton<JobDesk>();
        foreach (var place in Enum.GetValues<Place>())
            services.AddQuartz(JobDesk.SchedulerOf(place), quartz => Add(quartz, place, store, times));
        return services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
    }

    /// <summary>The jobs of one place with their times.</summary>
    static void Add(IQuartzBuilder quartz, Place place, IConfiguration store, JobOptions times)
    {
        if (place == Place.OneNode && SharedFile(store) is { } file && File.Exists(file))
            Share(quartz, SecretText.FromFile(file).Reveal(), CheckIn(store));
        else
            quartz.UseInMemoryStore();
        quartz.AddJobListener(provider => provider.GetRequiredService<JobHistory>());
        foreach (var entry in Timetable.Entries.Where(entry => entry.Place == place))
            Add(quartz, times.Timed(entry));
    }

    // Read value by value: what cannot be read, or a file that is not there, stops the start where StoreOptions is judged.
    static string? SharedFile(IConfiguration store) =>
        string.Equals(store[nameof(StoreOptions.Kind)], nameof(StoreKind.Postgres), StringComparison.OrdinalIgnoreCase)
            ? store[nameof(StoreOptions.ConnectionStringFile)] : null;

    static TimeSpan CheckIn(IConfiguration store) =>
        TimeSpan.TryParse(store[nameof(StoreOptions.CheckIn)], CultureInfo.InvariantCulture, out var given)
            ? given : new StoreOptions().CheckIn;

    /// <summary>One timetable for all nodes of a database; each time is taken by one of them.</summary>
    static void Share(IQuartzBuilder quartz, string connectionString, TimeSpan checkIn)
    {
        quartz.ConfigureScheduler(scheduler => scheduler.GenerateInstanceId = true);
        quartz.UsePersistentStore(persistent =>
        {
            persistent.UsePostgres(NpgsqlFactory.Instance, connectionString);
            persistent.ConfigureStore(ado =>
            {
                ado.SchemaProvisioning = SchemaProvisioning.CreateIfMissing;
                ado.StoreJobDataAsStrings = true;
            });
            persistent.UseClustering(cluster => (cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = (checkIn, checkIn * 2));
        });
    }

    static void Add(IQuartzBuilder quartz, Entry entry)
    {
        var key = new JobKey(entry.Name);
        quartz.AddJob(entry.Job, job => job.WithIdentity(key).WithDescription(entry.English).StoreDurably().RequestRecovery(entry.Missed == Missed.RunOnce));
        var missed = entry.Missed == Missed.RunOnce ? CronTriggerMisfireInstruction.FireAndProceed : CronTriggerMisfireInstruction.DoNothing;
        quartz.AddTrigger(trigger => trigger.ForJob(key).WithIdentity(entry.Name)
            .WithCronSchedule(entry.Cron, cron => cron.InTimeZone(Timetable.Vietnam).WithMisfireInstruction(missed)));
    }
}
