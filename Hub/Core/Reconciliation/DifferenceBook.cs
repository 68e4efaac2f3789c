using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;

namespace LLTP.Hub.Core.Reconciliation;

/// <summary>Keeps differences: each is put before people once, however often it is found, and settled when it is gone.</summary>
public sealed class DifferenceBook(Database database, TimeProvider clock)
{
    /// <summary>Writes down what one comparison found; true when there is a difference.</summary>
    public async Task<bool> WriteAsync(string partner, string dossier, string reference, Difference? found, CancellationToken cancellation)
    {
        await database.WriteAsync(async work =>
        {
            var known = await work.OpenDifferenceAsync(partner, dossier, reference);
            await WriteAsync(work, partner, known, found);
            return true;
        }, cancellation);
        return found is not null;
    }

    async Task WriteAsync(Work work, string partner, DifferenceRow? known, Difference? found)
    {
        var now = clock.GetUtcNow().Ms();
        switch (known, found)
        {
            case (null, null):
                break;
            case ({ } settled, null):
                await work.CloseDifferenceAsync(settled, now);
                break;
            case (null, { } news):
                var fresh = Row(partner, news, now) with { Id = Guid.CreateVersion7().ToString(), FoundAt = now };
                await work.OpenDifferenceAsync(fresh with { WorkItem = await TellAsync(work, partner, news, now) });
                break;
            case ({ } old, { } again):
                var item = again.IsForPeople ? old.WorkItem ?? await TellAsync(work, partner, again, now) : await UntellAsync(work, old, now);
                await work.UpdateDifferenceAsync(Row(partner, again, now) with { Id = old.Id, WorkItem = item });
                break;
        }
    }

    static DifferenceRow Row(string partner, Difference found, long now) => new()
    {
        Partner = partner, Dossier = found.Dossier, Reference = found.Reference, Class = found.Class.ToString(), Field = found.Field,
        Ours = found.Ours, Theirs = found.Theirs, SeenAt = now,
    };

    static async Task<string?> TellAsync(Work work, string partner, Difference found, long now)
    {
        if (!found.IsForPeople)
            return null;
        var id = Guid.CreateVersion7().ToString();
        await work.OpenWorkItemAsync(new WorkItemRow
        {
            Id = id, At = now, Kind = nameof(WorkItemKind.Reconciliation), Dossier = found.Dossier, Detail = $"{partner} {found.Class} {found.Field}",
        });
        return id;
    }

    static async Task<string?> UntellAsync(Work work, DifferenceRow old, long now)
    {
        await work.CloseWorkItemAsync(old.WorkItem, now);
        return null;
    }
}
