using System.Globalization;
using LLTP.Hub.Core.Reconciliation;
using Quartz;

namespace LLTP.Hub.Scheduler;

/// <summary>Compares one partner with the hub for one day of Vietnam: yesterday, or the day that was asked for.</summary>
[DisallowConcurrentExecution]
sealed class Reconcile(Reconciler reconciler, TimeProvider clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var partner = Timetable.Find(context.JobDetail.Key.Name)?.Partner
            ?? throw new InvalidOperationException($"The job {context.JobDetail.Key.Name} stands in no timetable.");
        var given = context.MergedJobDataMap.TryGetString(JobDesk.Day, out var text) && text is not null;
        var day = given ? DateOnly.ParseExact(text ?? "", "yyyy-MM-dd", CultureInfo.InvariantCulture) : Yesterday();
        var result = await reconciler.RunAsync(partner, day, cancellationToken);
        context.Result = $"{result.Day} {result.State} {result.Differences}/{result.Compared}";
    }

    DateOnly Yesterday() => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Timetable.Vietnam).Date).AddDays(-1);
}
