using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;

namespace LLTP.Hub.Core.Deadlines;

/// <summary>One running dossier as people look at its time limit.</summary>
/// <param name="Percent">Share of the time limit that has run.</param>
/// <param name="WorkingDaysLeft">After today; negative when the last day is past.</param>
/// <param name="Paused">The citizen has to supplement: the clock stands.</param>
public sealed record DeadlineView(
    string Number, int State, string? DueDate, string? TthcDueDate, int? Percent, int WorkingDaysLeft, bool Paused, int Supplements, bool CountsAsLate);

/// <summary>Reads of time limits for people; never changes anything.</summary>
public sealed class DeadlineQueries(Database database, DeadlineClock deadlines, DueDates dueDates, TimeProvider clock)
{
    /// <summary>Running dossiers, the nearest due date first.</summary>
    public Task<IReadOnlyList<DeadlineView>> NearestAsync(int limit, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<DeadlineView>>(async work =>
        {
            var views = new List<DeadlineView>();
            foreach (var row in await work.RunningAsync("", "", limit))
                views.Add(View(row, await work.PausesAsync(row.Number)));
            return views;
        }, cancellation);

    /// <summary>The on-time index of one month (time of Vietnam).</summary>
    public Task<OnTimeMonth> OnTimeAsync(int year, int month, CancellationToken cancellation) => database.ReadAsync(async work =>
    {
        var from = new DateTimeOffset(year, month, 1, 0, 0, 0, TimeSpan.FromHours(7));
        var verdicts = new List<OnTimeVerdict>();
        foreach (var row in await work.JudgedAsync(from.Ms(), from.AddMonths(1).Ms()))
            verdicts.Add(OnTimeIndex.Of(await work.StatesAsync(row.Number), row.Due, Statutory(row), clock.GetUtcNow()));
        return OnTimeIndex.ByMonth(verdicts).FirstOrDefault(one => (one.Year, one.Month) == (year, month)) ?? new(year, month, 0, 0, 0);
    }, cancellation);

    DateOnly Statutory(DossierRow row) => dueDates.Statutory(row.Accepted ?? Clock.Time(row.ReceivedAt), LimitKind.Plain);

    DeadlineView View(DossierRow row, IReadOnlyList<Pause> pauses)
    {
        var now = clock.GetUtcNow();
        var due = row.Due ?? throw new InvalidOperationException($"Dossier {row.Number} has no due date.");
        return new(
            row.Number, row.State, row.DueDate, row.TthcDueDate, row.Accepted is { } at ? deadlines.Percent(at, due, pauses, now) : null,
            deadlines.Left(due, now), row.State == (int)DossierState.SupplementAsked, pauses.Count, pauses.Count > 1);
    }
}
