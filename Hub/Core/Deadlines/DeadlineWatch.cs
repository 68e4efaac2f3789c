using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using Microsoft.Extensions.Options;

namespace LLTP.Hub.Core.Deadlines;

/// <summary>Finds dossiers whose time limit has run to a share that is to be noticed, and writes one notice each, never twice.</summary>
public sealed class DeadlineWatch(Database database, DeadlineClock deadlines, IOptions<ProcessOptions> options, TimeProvider clock)
{
    /// <summary>The kind under which a notice stands in the history; its detail is the share in percent.</summary>
    public const string Noticed = "DeadlineNoticed";

    const int Page = 200;

    static readonly int[] Usual = [50, 80, 100];

    readonly int[] shares = [.. (options.Value.Warnings is [_, ..] set ? set : Usual).Order()];

    /// <summary>Looks at every running dossier once; returns how many notices were written.</summary>
    public async Task<int> LookAsync(CancellationToken cancellation)
    {
        var written = 0;
        var (afterDue, afterNumber) = ("", "");
        while (await database.ReadAsync(work => CrossingAsync(work, afterDue, afterNumber), cancellation) is { Last: { } last } page)
        {
            foreach (var number in page.Numbers)
                written += await database.WriteAsync(work => NoticeAsync(work, number), cancellation) ? 1 : 0;
            (afterDue, afterNumber) = (last.DueDate ?? "", last.Number);
        }
        return written;
    }

    async Task<Crossing> CrossingAsync(Work work, string afterDue, string afterNumber)
    {
        var rows = await work.RunningAsync(afterDue, afterNumber, Page);
        var numbers = new List<string>();
        foreach (var row in rows)
            if (await ShareAsync(work, row) is not null)
                numbers.Add(row.Number);
        return new(rows is [.., var last] ? last : null, numbers);
    }

    // The dossier may have moved since the page was read: it is judged again under its lock.
    async Task<bool> NoticeAsync(Work work, string number)
    {
        if (await work.LoadFileAsync(number) is not { Row: { DueDate: { } due } row } || await ShareAsync(work, row) is not { } share)
            return false;
        var now = clock.GetUtcNow().Ms();
        if (!await work.NoticeAsync(number, due, share, now))
            return false;
        await work.AppendEventAsync(new()
        {
            Id = Guid.CreateVersion7().ToString(), RecordedAt = now, At = now, Dossier = number, Version = row.Version,
            Kind = Noticed, Partner = Partner.Hub, DueDate = due, Detail = $"{share}",
        });
        if (share >= options.Value.WorkItemFrom)
            await work.OpenWorkItemAsync(share >= 100 ? WorkItemKind.DeadlineMissed : WorkItemKind.DeadlineNear, number, null, $"{share} {due}", now);
        return true;
    }

    /// <summary>The highest share that is reached and was not noticed; null while the clock stands or nothing new is reached.</summary>
    async Task<int?> ShareAsync(Work work, DossierRow row)
    {
        if (row is not { Due: { } due, DueDate: { } text, Accepted: { } accepted } || !IsRunning((DossierState)row.State))
            return null;
        var pauses = row.Version > 1 ? await work.PausesAsync(row.Number) : [];
        var percent = deadlines.Percent(accepted, due, pauses, clock.GetUtcNow());
        var reached = shares.LastOrDefault(share => share <= percent);
        return reached > 0 && reached > await work.NoticedAsync(row.Number, text) ? reached : null;
    }

    static bool IsRunning(DossierState state) => state is DossierState.Registered or DossierState.Accepted or DossierState.InProcess;

    sealed record Crossing(DossierRow? Last, IReadOnlyList<string> Numbers);
}
