using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>What follows an event beside the owed messages: look-ups, the poll of results, what displays show, work items.</summary>
public sealed class Consequences(PartnerRegistry partners, TimeProvider clock)
{
    public async Task FollowAsync(
        Work work, DossierFile file, DossierRow row, Change change, Happening happening, DateTimeOffset at, bool stale)
    {
        await FollowLookupsAsync(work, file, change, happening, stale);
        await FollowPollAsync(work, row, change, happening);
        await ShowAsync(work, row, change, happening, at);
        await OpenAndCloseWorkItemsAsync(work, file, change, happening);
    }

    /// <summary>The answer to a look-up for an older version of the person is kept but not passed on.</summary>
    public static async Task<bool> IsStaleAnswerAsync(Work work, DossierFile file, Happening happening)
    {
        if (happening.From != Partner.V06 || file.Lookups.FirstOrDefault(l => l.Delivery == happening.Lookup) is not { } lookup
            || lookup.Version == file.Row.Version)
            return false;
        var asked = await work.VersionAsync(file.Row.Number, lookup.Version);
        var latest = await work.VersionAsync(file.Row.Number, file.Row.Version);
        return asked?.IdentityHash != latest?.IdentityHash;
    }

    static async Task FollowLookupsAsync(Work work, DossierFile file, Change change, Happening happening, bool stale)
    {
        if (happening.On == EventKind.LookupAnswered && happening.Lookup is { } request)
            await work.CloseLookupAsync(request, stale ? LookupState.Superseded : LookupState.Answered);
        if (happening.On == EventKind.Issued)
            await work.CloseLookupsAsync(file.Row.Number, LookupState.NotNeeded);
        if (ProcessTable.IsClosed(change.To))
            await work.CloseLookupsAsync(file.Row.Number, LookupState.Cancelled);
    }

    async Task FollowPollAsync(Work work, DossierRow row, Change change, Happening happening)
    {
        if (!partners.IsPolled(Partner.Lltp))
            return;
        if (happening.On is EventKind.DossierReceived or EventKind.CorrectedByHand)
            await work.PollFromAsync(row.Number, clock.GetUtcNow().Ms());
        // A decision at TTHC says that the software has, or will soon have, another certificate.
        if (happening.On == EventKind.Decided && happening.From == Partner.Tthc)
            await work.PollFromAsync(row.Number, clock.GetUtcNow().Ms(), awaits: true);
        if (ProcessTable.IsClosed(change.To))
            await work.StopPollAsync(row.Number);
    }

    async Task OpenAndCloseWorkItemsAsync(Work work, DossierFile file, Change change, Happening happening)
    {
        var (number, now) = (file.Row.Number, clock.GetUtcNow().Ms());
        if (change.Row.WorkItem is { } kind)
            await work.OpenWorkItemAsync(kind, number, happening.Delivery, happening.On.ToString(), now);
        if (file.State == DossierState.SupplementAsked && change.To != DossierState.SupplementAsked)
            await work.CloseWorkItemsOfDossierAsync(number, WorkItemKind.SupplementUnanswered, now);
        if (happening.On == EventKind.SupplementAsked && file.Pauses.Count > 0)
            await work.OpenWorkItemAsync(WorkItemKind.SecondSupplement, number, null, null, now);
    }

    // The system that decides a state shows it at once; the others when they acknowledge it.
    static Task<int> ShowAsync(Work work, DossierRow row, Change change, Happening happening, DateTimeOffset at) => happening switch
    {
        { Content: Showing told } => work.ShowAsync(row.Number, TthcHolder.Of(row, happening.From), told.State, at.Ms(), row.ChangedSeq),
        { From: Partner.Vneid or Partner.Tthc } when change.Row.To is not null =>
            work.ShowAsync(row.Number, TthcHolder.Of(row, happening.From), row.State, at.Ms(), row.ChangedSeq),
        _ => Task.FromResult(0),
    };
}
