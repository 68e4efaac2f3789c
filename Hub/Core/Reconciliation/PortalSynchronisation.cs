using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;

namespace LLTP.Hub.Core.Reconciliation;

/// <summary>Sends the national portal again what it had acknowledged and lacks now, in the old order: it refuses jumps.</summary>
public sealed class PortalSynchronisation(Database database, WakeUps wakeUps, TimeProvider clock)
{
    /// <summary>What makes the first message of a dossier one that creates it there.</summary>
    public const string Create = "create";

    const int AtOnce = 200;

    /// <summary>How many messages are owed anew.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var owed = 0;
        foreach (var difference in await database.ReadAsync(work => work.OpenDifferencesAsync(Partner.Dvcqg, AtOnce), cancellation))
            owed += await database.WriteAsync(work => OweAgainAsync(work, difference), cancellation);
        if (owed > 0)
            wakeUps.Wake(Partner.Dvcqg);
        return owed;
    }

    async Task<int> OweAgainAsync(Work work, DifferenceRow difference)
    {
        var all = (await work.DeliveriesOfAsync(difference.Dossier)).Where(delivery => delivery.Partner == Partner.Dvcqg).ToList();
        // Whatever is still on its way, or waits for a person, comes first.
        if (all.Any(delivery => delivery.IsOpen) || all.Any(delivery => delivery.OwedAt > difference.SeenAt))
            return 0;
        var lacking = Lacking([.. all.Where(delivery => delivery.State == DeliveryState.Delivered)], difference);
        foreach (var delivery in lacking)
            await OweAsync(work, delivery, difference.Class == nameof(DifferenceClass.MissingThere) && delivery == lacking[0]);
        return lacking.Count;
    }

    /// <summary>Everything when the dossier is gone there; what came after the state that the portal shows; nothing where that is no old one. Pure.</summary>
    public static IReadOnlyList<DeliveryRow> Lacking(IReadOnlyList<DeliveryRow> delivered, DifferenceRow difference)
    {
        if (difference.Class == nameof(DifferenceClass.MissingThere))
            return delivered;
        if (difference.Class != nameof(DifferenceClass.ContentDiffers) || !int.TryParse(difference.Theirs, out var shown))
            return [];
        var last = delivered.Index().LastOrDefault(pair => pair.Item.Kind == MessageKind.DvcqgDossier && pair.Item.Show == shown, (-1, new()));
        return last.Index < 0 ? [] : [.. delivered.Skip(last.Index + 1)];
    }

    async Task OweAsync(Work work, DeliveryRow delivery, bool creates)
    {
        var again = delivery with { Id = Guid.CreateVersion7().ToString(), OwedAt = clock.GetUtcNow().Ms() };
        await work.OweAsync(again);
        if (creates)
            await work.ExecuteAsync("UPDATE delivery SET hint = @hint WHERE id = @Id", new { again.Id, hint = Create });
    }
}
