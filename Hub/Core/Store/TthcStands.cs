using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store.Tables;

namespace LLTP.Hub.Core.Store;

/// <summary>Whether a TTHC system has the newest version of a dossier.</summary>
public enum VersionHeld
{
    Yes,
    No,

    /// <summary>It was sent, and nobody knows whether it arrived.</summary>
    Unknown,
}

/// <summary>How a dossier stands between the hub and the TTHC system that holds it.</summary>
/// <param name="Held">Whether TTHC has the newest version.</param>
/// <param name="Untold">How many requests for supplements of the LLTP software TTHC has not shown yet.</param>
public sealed record TthcStand(DossierRow Dossier, VersionHeld Held, int Untold);

/// <summary>Reads for doors of TTHC systems whose messages say a state and nothing else.</summary>
public sealed class TthcStands(Database database)
{
    /// <summary>Null when the number is unknown.</summary>
    public Task<TthcStand?> FindAsync(string number, CancellationToken cancellation) => database.ReadAsync<TthcStand?>(async work =>
    {
        if (await work.DossierAsync(number) is not { } row)
            return null;
        var delivery = (await work.DeliveriesOfAsync(number)).LastOrDefault(one => one.Kind == MessageKind.TthcDossier && one.Version == row.Version);
        var untold = await work.FirstAsync<long>(
            """
            SELECT COALESCE(sum(CASE WHEN kind = 'SupplementAsked' THEN 1 ELSE -1 END), 0) FROM event
            WHERE dossier = @number AND ((kind = 'SupplementAsked' AND partner = @lltp) OR (kind = 'Shown' AND detail = '5'))
            """, new { number, lltp = Partner.Lltp });
        return new(row, HeldBy(row, delivery), (int)Math.Max(0, untold));
    }, cancellation);

    /// <summary>Whether a message of one of these identities was taken since a time.</summary>
    public Task<bool> WasTakenAsync(IReadOnlyList<string> keys, DateTimeOffset since, CancellationToken cancellation) => database.ReadAsync(async work =>
    {
        foreach (var key in keys)
            if (await work.FirstAsync<long>("SELECT count(*) FROM seen WHERE partner = @partner AND message_key = @key AND at >= @since",
                new { partner = Partner.Tthc, key, since = since.Ms() }) > 0)
                return true;
        return false;
    }, cancellation);

    static VersionHeld HeldBy(DossierRow row, DeliveryRow? delivery) => delivery switch
    {
        null or { State: DeliveryState.Delivered } => VersionHeld.Yes,
        // Before the first version TTHC knew nothing of the dossier: whatever it says, it has it.
        _ when row.Version == 1 => VersionHeld.Yes,
        { MayHaveArrived: true } => VersionHeld.Unknown,
        _ => VersionHeld.No,
    };
}
