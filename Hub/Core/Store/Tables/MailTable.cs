using LLTP.Hub.Core.Partners;

namespace LLTP.Hub.Core.Store.Tables;

/// <summary>What a delivery tells beside its content, in one read: dossier, owing event with the act that it carried, and the display's state.</summary>
public static class MailTable
{
    /// <exception cref="InvalidOperationException">The delivery points to a dossier or event that is not there.</exception>
    public static async Task<MailRow> MailAsync(this Work work, DeliveryRow delivery) => await work.FirstAsync<MailRow>(
        """
        SELECT d.profile, d.province, d.received_at, d.lltp_id, e.id AS event_id, e.kind, e.at, e.step, e.due_date, e.to_state,
               COALESCE(s.state, 0) AS shown, p.key_id, p.bytes,
               CASE WHEN e.kind IN ('Decided', 'Reissued') THEN (SELECT min(f.at) FROM event f
                   WHERE f.dossier = d.number AND f.to_state = 9 AND f.from_state <> 9) END AS finished_at,
               CASE WHEN e.kind IN ('Decided', 'Reissued') THEN (SELECT min(f.at) FROM event f
                   WHERE f.dossier = d.number AND f.to_state = 10 AND f.from_state <> 10) END AS handed_over_at,
               (SELECT COALESCE(max(c.event_seq), 0) FROM catalogue c) AS latest_catalogue
        FROM dossier d
        JOIN event e ON e.seq = @EventSeq
        LEFT JOIN display s ON s.dossier = d.number AND s.partner = @Partner
        LEFT JOIN delivery_edit x ON x.delivery = @Id AND x.is_act = 1
        LEFT JOIN payload p ON p.hash = COALESCE(x.content, e.content) AND e.partner <> @application
        WHERE d.number = @Dossier
        """, new { delivery.Id, delivery.EventSeq, delivery.Partner, delivery.Dossier, application = Partner.Vneid })
        ?? throw new InvalidOperationException($"Dossier {delivery.Dossier} or event {delivery.EventSeq} is missing.");
}

/// <summary>The row of one outgoing message; Bytes is the sealed act of the owing event, where a partner's act owed it.</summary>
public sealed record MailRow
{
    public string Profile { get; init; } = "";
    public string Province { get; init; } = "";
    public long ReceivedAt { get; init; }
    public string? LltpId { get; init; }
    public string EventId { get; init; } = "";
    public string Kind { get; init; } = "";
    public long At { get; init; }
    public int? Step { get; init; }
    public string? DueDate { get; init; }
    public int ToState { get; init; }
    public int Shown { get; init; }
    public long? FinishedAt { get; init; }
    public long? HandedOverAt { get; init; }
    public long LatestCatalogue { get; init; }
    public string KeyId { get; init; } = "";
    public byte[]? Bytes { get; init; }
}
