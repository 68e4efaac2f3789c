using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;

namespace LLTP.Hub.Core.Store.Tables;

/// <summary>What partners have acknowledged of dossiers, for comparing.</summary>
public static class BeliefTable
{
    const string Believed =
        """
        SELECT d.number, COALESCE(d.certificate_no, '') AS certificate_no, COALESCE(s.state, 0) AS shown,
            (SELECT COALESCE(max(CASE WHEN x.kind = 'lltp.dossier' THEN 1 ELSE x.version END), 0) FROM delivery x
             WHERE x.dossier = d.number AND x.partner = @partner AND x.state = 'Delivered'
               AND x.kind IN ('tthc.dossier', 'lltp.dossier', 'lltp.update')) AS held,
            (SELECT COALESCE(max(x.show), 0) FROM delivery x
             WHERE x.dossier = d.number AND x.partner = @partner AND x.state = 'Delivered' AND x.kind = 'lltp.stop') AS stopped,
            (SELECT count(*) FROM delivery x
             WHERE x.dossier = d.number AND x.partner = @partner AND x.state = 'Delivered' AND x.kind = 'tthc.certificate') AS certificates,
            (SELECT count(*) FROM delivery x
             WHERE x.dossier = d.number AND x.partner = @partner AND x.state IN ('Waiting', 'InFlight', 'OutcomeUnknown')) AS moving,
            (SELECT count(*) FROM delivery x WHERE x.dossier = d.number AND x.partner = @partner AND x.state = 'Parked') AS parked
        FROM dossier d LEFT JOIN display s ON s.dossier = d.number AND s.partner = @partner
        """;

    const string Lookups = "SELECT l.dossier, l.delivery AS request, d.state FROM lookup l JOIN delivery d ON d.id = l.delivery";

    /// <summary>Dossiers whose last event lies in a span, by number, a page at a time.</summary>
    public static Task<IReadOnlyList<BeliefRow>> BeliefsAsync(this Work work, string partner, long since, long before, string after, int limit) =>
        work.ListAsync<BeliefRow>(
            $"{Believed} WHERE d.event_at >= @since AND d.event_at < @before AND d.number > @after AND (@holder IS NULL OR d.tthc = @holder) ORDER BY d.number LIMIT @limit",
            new { partner, since, before, after, limit, holder = Partner.RoleOf(partner) == Partner.Tthc ? partner : null });

    /// <summary>Null when the number is unknown.</summary>
    public static Task<BeliefRow?> BeliefAsync(this Work work, string partner, string number) =>
        work.FirstAsync<BeliefRow>($"{Believed} WHERE d.number = @number", new { partner, number });

    /// <summary>Look-ups that wait for an answer, with the state of the request's delivery.</summary>
    public static Task<IReadOnlyList<LookupBeliefRow>> OpenLookupsAsync(this Work work) => work.ListAsync<LookupBeliefRow>(
        $"{Lookups} WHERE l.state = 'Open' ORDER BY l.dossier, l.id");

    public static Task<LookupBeliefRow?> WaitingLookupAsync(this Work work, string request) => work.FirstAsync<LookupBeliefRow>(
        $"{Lookups} WHERE l.delivery = @request AND l.state = 'Open'", new { request });

    /// <summary>Deliveries given up although they may have arrived.</summary>
    public static Task<IReadOnlyList<DeliveryRow>> UnansweredAsync(this Work work, int limit) => work.ListAsync<DeliveryRow>(
        "SELECT * FROM delivery WHERE state = 'Parked' AND maybe_done = 1 AND reason = @reason ORDER BY seq LIMIT @limit",
        new { reason = nameof(WorkItemKind.GaveUp), limit });
}

/// <summary>What one partner has acknowledged of one dossier; 0 and empty are nothing.</summary>
public sealed record BeliefRow
{
    public string Number { get; init; } = "";
    public string CertificateNo { get; init; } = "";
    public int Shown { get; init; }
    public int Held { get; init; }
    public int Stopped { get; init; }
    public int Certificates { get; init; }
    public int Moving { get; init; }
    public int Parked { get; init; }
}

/// <summary>A look-up that waits for its answer.</summary>
public sealed record LookupBeliefRow
{
    public string Dossier { get; init; } = "";
    public string Request { get; init; } = "";
    public string State { get; init; } = "";
}
