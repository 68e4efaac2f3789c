namespace LLTP.Hub.Core.Store.Tables;

/// <summary>Dossiers that wait for their citizen, and the reminders given of them.</summary>
public static class SupplementTable
{
    /// <summary>Numbers of dossiers at "Yêu cầu bổ sung", a page after a number.</summary>
    public static Task<IReadOnlyList<string>> WaitingForCitizenAsync(this Work work, string after, int limit) => work.ListAsync<string>(
        "SELECT number FROM dossier WHERE state = 5 AND number > @after ORDER BY number LIMIT @limit", new { after, limit });

    /// <summary>False when this reminder of this request was given before.</summary>
    public static async Task<bool> RemindAsync(this Work work, string dossier, long askedAt, string kind, long now) => await work.ExecuteAsync(
        """
        INSERT INTO supplement_reminder (dossier, asked_at, kind, at) VALUES (@dossier, @askedAt, @kind, @now)
        ON CONFLICT (dossier, asked_at, kind) DO NOTHING
        """, new { dossier, askedAt, kind, now }) == 1;
}
