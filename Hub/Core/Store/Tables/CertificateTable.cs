namespace LLTP.Hub.Core.Store.Tables;

/// <summary>What the store knows of issued certificates and of decisions about them.</summary>
public static class CertificateTable
{
    /// <summary>Whether another dossier has a certificate of this number.</summary>
    public static async Task<bool> IsNumberTakenAsync(this Work work, string certificateNo, string dossier) => await work.FirstAsync<string>(
        "SELECT dossier FROM certificate WHERE number = @certificateNo AND dossier <> @dossier LIMIT 1", new { certificateNo, dossier }) is not null;

    public static Task<IReadOnlyList<CertificateRow>> CertificatesAsync(this Work work, string dossier) =>
        work.ListAsync<CertificateRow>("SELECT * FROM certificate WHERE dossier = @dossier ORDER BY event_seq", new { dossier });

    public static Task<IReadOnlyList<DecisionRow>> DecisionsAsync(this Work work, string dossier) =>
        work.ListAsync<DecisionRow>("SELECT * FROM certificate_decision WHERE dossier = @dossier ORDER BY event_seq", new { dossier });

    public static Task<DecisionRow?> DecisionAsync(this Work work, string dossier, string number) => work.FirstAsync<DecisionRow>(
        "SELECT * FROM certificate_decision WHERE dossier = @dossier AND number = @number", new { dossier, number });

    public static Task<int> InsertCertificateAsync(this Work work, CertificateRow row) => work.ExecuteAsync(
        """
        INSERT INTO certificate (dossier, number, sha256, issued_on, status, replaces, at, event_seq)
        VALUES (@Dossier, @Number, @Sha256, @IssuedOn, @Status, @Replaces, @At, @EventSeq)
        """, row);

    /// <summary>A certificate of which only the number is known, because its dossier was imported without it.</summary>
    public static Task<int> KnowCertificateAsync(this Work work, string dossier, string number, long eventSeq, long at) => work.ExecuteAsync(
        """
        INSERT INTO certificate (dossier, number, status, at, event_seq) VALUES (@dossier, @number, 'InForce', @at, @eventSeq)
        ON CONFLICT (dossier, number) DO NOTHING
        """, new { dossier, number, eventSeq, at });

    /// <summary>Another certificate stands in this one's place; what was decided about it stays.</summary>
    public static Task<int> ReplaceCertificateAsync(this Work work, string dossier, string number, string by) => work.ExecuteAsync(
        """
        UPDATE certificate SET replaced_by = @by, status = CASE WHEN status = 'InForce' THEN 'Replaced' ELSE status END
        WHERE dossier = @dossier AND number = @number
        """, new { dossier, number, by });

    /// <summary>Marks a certificate; one that was revoked or cancelled stays so.</summary>
    public static Task<int> MarkCertificateAsync(this Work work, string dossier, string number, string status, string? decision) => work.ExecuteAsync(
        """
        UPDATE certificate SET status = @status, decision = @decision
        WHERE dossier = @dossier AND number = @number AND (status NOT IN ('Revoked', 'Cancelled') OR @status IN ('Revoked', 'Cancelled'))
        """, new { dossier, number, status, decision });

    public static Task<int> InsertDecisionAsync(this Work work, DecisionRow row) => work.ExecuteAsync(
        """
        INSERT INTO certificate_decision (dossier, number, kind, decided_on, certificate, sha256, partner, at, event_seq)
        VALUES (@Dossier, @Number, @Kind, @DecidedOn, @Certificate, @Sha256, @Partner, @At, @EventSeq)
        """, row);
}
