using LLTP.Hub.Core.Process;

namespace LLTP.Hub.Core.Store.Tables;

/// <summary>Dossiers, their versions, look-ups and what the displays have acknowledged.</summary>
public static class DossierTable
{
    /// <summary>
    /// Keeps every other transaction away from this dossier until the end of this one; comes before all reads that a decision rests on.
    /// A number that is not there yet is kept by its unique key instead: of two that insert it, one starts anew.
    /// </summary>
    public static Task LockDossierAsync(this Work work, string number) =>
        work.LockRowAsync("SELECT number FROM dossier WHERE number = @number", new { number });

    /// <summary>Everything that decisions need, the dossier's row locked until the transaction ends; null when the number is unknown.</summary>
    public static async Task<DossierFile?> LoadFileAsync(this Work work, string number)
    {
        if (await work.FirstAsync<DossierRow>($"SELECT * FROM dossier WHERE number = @number {work.Dialect.LockRow}", new { number }) is not { } row)
            return null;
        var deliveries = await work.ListAsync<DeliveryRow>(
            """
            SELECT * FROM delivery WHERE dossier = @number
            AND (state NOT IN ('Delivered', 'Cancelled') OR kind IN ('lltp.dossier', 'lltp.update', 'v06.lookup')) ORDER BY seq
            """, new { number });
        var lookups = await work.ListAsync<LookupRow>("SELECT * FROM lookup WHERE dossier = @number", new { number });
        var file = new DossierFile(row, deliveries, lookups);
        return IsIssued(row) ? file with { Certificates = await work.CertificatesAsync(number), HoldsContent = await work.HoldsContentAsync(row) } : file;
    }

    static bool IsIssued(DossierRow row) => row.State is (int)DossierState.Finished or (int)DossierState.HandedOver;

    /// <summary>Whether the content of the dossier's latest application can still be opened.</summary>
    static async Task<bool> HoldsContentAsync(this Work work, DossierRow row) => await work.FirstAsync<string>(
        "SELECT p.hash FROM dossier_version v JOIN payload p ON p.hash = v.content WHERE v.dossier = @Number AND v.version = @Version",
        new { row.Number, row.Version }) is not null;

    public static Task<DossierRow?> DossierAsync(this Work work, string number) =>
        work.FirstAsync<DossierRow>("SELECT * FROM dossier WHERE number = @number", new { number });

    /// <summary>Dossiers whose last change has its place in this span of the history, in the order of their changes.</summary>
    /// <param name="work">The transaction.</param>
    /// <param name="after">The place before the span.</param>
    /// <param name="last">Its last place.</param>
    /// <param name="since">Only of changes since then.</param>
    /// <param name="tthc">Only those of this TTHC system; null: all.</param>
    /// <param name="limit">At most so many.</param>
    public static Task<IReadOnlyList<DossierRow>> ChangedAsync(
        this Work work, long after, long last, long since, string? tthc, int limit) => work.ListAsync<DossierRow>(
        """
        SELECT * FROM dossier WHERE changed_seq > @after AND changed_seq <= @last AND event_at >= @since AND (@tthc IS NULL OR tthc = @tthc)
        ORDER BY changed_seq LIMIT @limit
        """, new { after, last, since, tthc, limit });

    /// <summary>Dossiers that are not closed, with the hash of their newest content, after a number of an earlier page.</summary>
    public static async Task<IReadOnlyList<(DossierRow Dossier, string ContentHash)>> InFlightAsync(this Work work, string after, int limit)
    {
        var rows = await work.ListAsync<DossierRow>(
            "SELECT * FROM dossier WHERE number > @after AND state IN (1, 2, 4, 5, 9) ORDER BY number LIMIT @limit", new { after, limit });
        var found = new List<(DossierRow, string)>(rows.Count);
        foreach (var row in rows)
            found.Add((row, (await work.VersionAsync(row.Number, row.Version))?.ContentHash ?? ""));
        return found;
    }

    public static Task<int> InsertDossierAsync(this Work work, DossierRow row) => work.ExecuteAsync(
        """
        INSERT INTO dossier (number, profile, province, version, state, step, paper, received_at, event_at, changed_seq, row_version, origin, tthc)
        VALUES (@Number, @Profile, @Province, @Version, @State, @Step, @Paper, @ReceivedAt, @EventAt, @ChangedSeq, 1, @Origin, @Tthc)
        """, row);

    /// <summary>Writes the row back; false when another transaction was faster.</summary>
    public static async Task<bool> UpdateDossierAsync(this Work work, DossierRow row) => await work.ExecuteAsync(
        """
        UPDATE dossier SET version = @Version, state = @State, step = @Step, paper = @Paper, accepted_at = @AcceptedAt, event_at = @EventAt,
            due_date = @DueDate, tthc_due_date = @TthcDueDate, lltp_id = @LltpId, certificate_no = @CertificateNo, certificate = @Certificate,
            changed_seq = @ChangedSeq, row_version = row_version + 1
        WHERE number = @Number AND row_version = @RowVersion
        """, row) == 1;

    public static Task<int> InsertVersionAsync(this Work work, VersionRow row) => work.ExecuteAsync(
        """
        INSERT INTO dossier_version (dossier, version, content_hash, identity_hash, content, content_size, original, at)
        VALUES (@Dossier, @Version, @ContentHash, @IdentityHash, @Content, @ContentSize, @Original, @At)
        """, row);

    public static Task<VersionRow?> VersionAsync(this Work work, string dossier, int version) => work.FirstAsync<VersionRow>(
        "SELECT * FROM dossier_version WHERE dossier = @dossier AND version = @version", new { dossier, version });

    /// <exception cref="InvalidOperationException">There is no such version.</exception>
    public static async Task<string> ApplicationHashAsync(this Work work, string dossier, int version) => await work.FirstAsync<string>(
        "SELECT content FROM dossier_version WHERE dossier = @dossier AND version = @version", new { dossier, version })
        ?? throw new InvalidOperationException($"Version {version} of {dossier} is missing.");

    public static Task<VersionRow?> VersionByContentAsync(this Work work, string dossier, string contentHash) => work.FirstAsync<VersionRow>(
        "SELECT * FROM dossier_version WHERE dossier = @dossier AND content_hash = @contentHash ORDER BY version DESC LIMIT 1",
        new { dossier, contentHash });

    public static Task<int> OpenLookupAsync(this Work work, LookupRow row) => work.ExecuteAsync(
        "INSERT INTO lookup (dossier, id, delivery, version, state) VALUES (@Dossier, @Id, @Delivery, @Version, @State)", row);

    public static Task<int> CloseLookupAsync(this Work work, string delivery, string state) => work.ExecuteAsync(
        "UPDATE lookup SET state = @state WHERE delivery = @delivery", new { delivery, state });

    public static Task<int> CloseLookupsAsync(this Work work, string dossier, string state) => work.ExecuteAsync(
        "UPDATE lookup SET state = @state WHERE dossier = @dossier AND state = 'Open'", new { dossier, state });

    public static Task<LookupRow?> LookupByDeliveryAsync(this Work work, string delivery) => work.FirstAsync<LookupRow>(
        "SELECT * FROM lookup WHERE delivery = @delivery", new { delivery });

    /// <summary>Records what a display shows now; a late acknowledgement of an older event changes nothing.</summary>
    public static Task<int> ShowAsync(this Work work, string dossier, string partner, int state, long at, long eventSeq) => work.ExecuteAsync(
        """
        INSERT INTO display (dossier, partner, state, at, event_seq) VALUES (@dossier, @partner, @state, @at, @eventSeq)
        ON CONFLICT (dossier, partner) DO UPDATE SET state = @state, at = @at, event_seq = @eventSeq WHERE display.event_seq <= @eventSeq
        """, new { dossier, partner, state, at, eventSeq });

    public static Task<IReadOnlyList<DisplayRow>> DisplaysAsync(this Work work, string dossier) => work.ListAsync<DisplayRow>(
        "SELECT partner, state, at FROM display WHERE dossier = @dossier ORDER BY partner", new { dossier });
}

/// <summary>One version of a dossier's application; IdentityHash covers what a look-up depends on.</summary>
public sealed record VersionRow
{
    public string Dossier { get; init; } = "";
    public int Version { get; init; }
    public string ContentHash { get; init; } = "";
    public string IdentityHash { get; init; } = "";
    public string Content { get; init; } = "";
    public long ContentSize { get; init; }
    public string Original { get; init; } = "";
    public long At { get; init; }
}

/// <summary>What one display has acknowledged, and when.</summary>
public sealed record DisplayRow
{
    public string Partner { get; init; } = "";
    public int State { get; init; }
    public long At { get; init; }
}
