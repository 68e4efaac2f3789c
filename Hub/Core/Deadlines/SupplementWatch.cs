using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using Microsoft.Extensions.Options;

namespace LLTP.Hub.Core.Deadlines;

/// <summary>Reminds officers of requests for a supplement that the citizen has not answered. It never stops a dossier: that is an officer's act.</summary>
public sealed class SupplementWatch(Database database, IOptions<ProcessOptions> options, TimeProvider clock)
{
    /// <summary>The kind under which a reminder stands in the history; its detail says which one.</summary>
    public const string Reminded = "SupplementReminded";

    /// <summary>Nobody has answered for a while.</summary>
    public const string Unanswered = "unanswered";

    /// <summary>From now on an officer may stop the dossier.</summary>
    public const string MayStop = "may-stop";

    const int Page = 200;

    /// <summary>Looks at every dossier that waits for its citizen; returns how many reminders were written.</summary>
    public async Task<int> LookAsync(CancellationToken cancellation)
    {
        var written = 0;
        var after = "";
        while (await database.ReadAsync(work => work.WaitingForCitizenAsync(after, Page), cancellation) is [.., var last] page)
        {
            foreach (var number in page)
                written += await database.WriteAsync(work => RemindAsync(work, number), cancellation);
            after = last;
        }
        return written;
    }

    async Task<int> RemindAsync(Work work, string number)
    {
        if (await work.LoadFileAsync(number) is not { State: DossierState.SupplementAsked } file
            || await work.PausesAsync(number) is not [.., { To: null } open])
            return 0;
        var now = clock.GetUtcNow();
        var written = 0;
        foreach (var (kind, after) in new[] { (Unanswered, options.Value.SupplementReminder), (MayStop, options.Value.SupplementStop) })
            if (now - open.From >= after && await work.RemindAsync(number, open.From.Ms(), kind, now.Ms()))
                written += await TellAsync(work, file.Row, kind, now.Ms());
        return written;
    }

    static async Task<int> TellAsync(Work work, DossierRow row, string kind, long now)
    {
        await work.AppendEventAsync(new()
        {
            Id = Guid.CreateVersion7().ToString(), RecordedAt = now, At = now, Dossier = row.Number, Version = row.Version,
            Kind = Reminded, Partner = Partner.Hub, Detail = kind,
        });
        return await work.OpenWorkItemAsync(WorkItemKind.SupplementUnanswered, row.Number, null, kind, now);
    }
}
