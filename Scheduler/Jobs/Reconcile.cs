using System.Globalization;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Reconciliation;
using Quartz;

namespace LLTP.Hub.Scheduler;

/// <summary>Compares one partner with the hub for one day of Vietnam: yesterday, or the day that was asked for.</summary>
[DisallowConcurrentExecution]
sealed class Reconcile(Reconciler reconciler, PartnerRegistry partners, TimeProvider clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var role = Timetable.Find(context.JobDetail.Key.Name)?.Partner
            ?? throw new InvalidOperationException($"The job {context.JobDetail.Key.Name} stands in no timetable.");
        var given = context.MergedJobDataMap.TryGetString(JobDesk.Day, out var text) && text is not null;
        var day = given ? DateOnly.ParseExact(text ?? "", "yyyy-MM-dd", CultureInfo.InvariantCulture) : Yesterday();
        var results = new List<string>();
        foreach (var system in partners.OfRole(role).Select(adapter => adapter.Descriptor.Partner).Order(StringComparer.Ordinal))
        {
            var result = await reconciler.RunAsync(system, day, cancellationToken);
            results.Add($"{result.Day} {result.State} {result.Differences}/{result.Compared}");
        }
        context.Result = string.Join(", ", results);
    }

    DateOnly Yesterday() => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Timetable.Vietnam).Date).AddDays(-1);
}
