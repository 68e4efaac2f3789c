namespace LLTP.Hub.Core.Store.Tables;

/// <summary>What was turned away. Bytes are kept (the quarantine) only when the sender was authenticated.</summary>
public static class RefusalTable
{
    public static Task<int> RefuseAsync(this Work work, RefusalRow row) => work.ExecuteAsync(
        """
        INSERT INTO refusal (id, at, door, partner, address, dossier, size, sha256, reason, key_id, bytes, expires_at, message_keys)
        VALUES (@Id, @At, @Door, @Partner, @Address, @Dossier, @Size, @Sha256, @Reason, @KeyId, @Bytes, @ExpiresAt, @MessageKeys)
        """, row);

    public static Task<int> PurgeQuarantineAsync(this Work work, long now) => work.ExecuteAsync(
        "UPDATE refusal SET bytes = NULL, expires_at = NULL WHERE expires_at <= @now", new { now });

    public static Task<long> QuarantineSizeAsync(this Work work) =>
        work.FirstAsync<long>("SELECT CAST(COALESCE(sum(size), 0) AS BIGINT) FROM refusal WHERE expires_at IS NOT NULL");

    /// <summary>Drops the bytes of the oldest refusal; 0 when the quarantine is empty.</summary>
    public static Task<int> DropOldestAsync(this Work work) => work.ExecuteAsync(
        """
        UPDATE refusal SET bytes = NULL, expires_at = NULL
        WHERE id = (SELECT id FROM refusal WHERE expires_at IS NOT NULL ORDER BY expires_at LIMIT 1)
        """);

    public static Task<IReadOnlyList<RefusalRow>> RefusalsAsync(this Work work, int limit) => work.ListAsync<RefusalRow>(
        "SELECT id, at, door, partner, address, dossier, size, sha256, reason, key_id, expires_at, released_at FROM refusal ORDER BY at DESC LIMIT @limit",
        new { limit });

    /// <summary>One refusal with its bytes, as far as they are kept.</summary>
    public static Task<RefusalRow?> RefusalAsync(this Work work, string id) =>
        work.FirstAsync<RefusalRow>("SELECT * FROM refusal WHERE id = @id", new { id });

    /// <summary>Its message was taken after all: the bytes stand with the dossier now. False when it was released before.</summary>
    public static async Task<bool> ReleaseRefusalAsync(this Work work, string id, long now) => await work.ExecuteAsync(
        "UPDATE refusal SET released_at = @now, bytes = NULL, expires_at = NULL WHERE id = @id AND released_at IS NULL", new { id, now }) == 1;
}

/// <summary>One refused message.</summary>
public sealed record RefusalRow
{
    public string Id { get; init; } = "";
    public long At { get; init; }
    public string Door { get; init; } = "";
    public string? Partner { get; init; }
    public string? Address { get; init; }
    public string? Dossier { get; init; }
    public long Size { get; init; }
    public string Sha256 { get; init; } = "";
    public string Reason { get; init; } = "";
    public string? KeyId { get; init; }
    public byte[]? Bytes { get; init; }
    public long? ExpiresAt { get; init; }
    public string? MessageKeys { get; init; }
    public long? ReleasedAt { get; init; }
}
