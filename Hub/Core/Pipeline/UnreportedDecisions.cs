using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>
/// A decision that the LLTP software shows beside a certificate when it is asked, without number, kind and date: the hub cannot tell it
/// to anybody until TTHC has reported it, so it is put before people.
/// </summary>
public sealed class UnreportedDecisions(Database database, TimeProvider clock)
{
    /// <param name="sha256">Hash of the decision's file; each is noted once.</param>
    public Task<int> NoteAsync(string dossier, string certificate, string sha256, CancellationToken cancellation) => database.WriteAsync(async work =>
        (await work.DecisionsAsync(dossier)).Any(decision => decision.Certificate == certificate)
            ? 0
            : await work.OpenWorkItemOfDetailAsync(WorkItemKind.UnreportedDecision, dossier, sha256, clock.GetUtcNow().Ms()), cancellation);
}
