using System.Text.Json;
using LLTP.Hub.Core.Payloads;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using LLTP.Hub.Security;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>
/// What is kept of refused messages: of an unauthenticated sender one row without bytes, of an authenticated one the bytes too,
/// sealed, for 30 days and at most 1 GiB, the oldest out first.
/// </summary>
public sealed class Quarantine(Database database, Vault vault, CoreLog log, TimeProvider clock)
{
    public const long Capacity = 1L << 30;
    public static readonly TimeSpan Retention = TimeSpan.FromDays(30);

    public async Task KeepAsync(TurnedAway message, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var bytes = message.Partner is null || message.Bytes.IsEmpty || message.Failure.IsTemporary ? null : vault.Seal(message.Bytes);
        var row = new RefusalRow
        {
            Id = Guid.CreateVersion7().ToString(), At = now.Ms(), Door = message.Door, Partner = message.Partner, Address = message.Address,
            Dossier = message.Dossier, Size = message.Size ?? message.Bytes.Length, Sha256 = message.Sha256 ?? Fingerprint.Sha256Hex(message.Bytes.Span),
            Reason = message.Failure.Code.ToString(), KeyId = bytes?.KeyId, Bytes = bytes?.Bytes.ToExactArray(),
            ExpiresAt = bytes is null ? null : (now + Retention).Ms(), MessageKeys = bytes is null ? null : JsonSerializer.Serialize(message.Keys),
        };
        var dropped = await database.WriteAsync(work => WriteAsync(work, row, message), cancellation);
        if (dropped > 0)
            log.QuarantineFull(dropped);
    }

    static async Task<int> WriteAsync(Work work, RefusalRow row, TurnedAway message)
    {
        // Its limit counts what all nodes keep.
        if (row.Bytes is not null)
            await work.LockAsync("quarantine");
        await work.RefuseAsync(row);
        await work.AppendEventAsync(new()
        {
            Id = row.Id, RecordedAt = row.At, At = row.At, Dossier = row.Dossier, Kind = "MessageRefused", Partner = row.Partner ?? "-",
            Door = row.Door, SentHash = row.Sha256, Detail = row.Reason,
        });
        if (message.Failure.Code == FailureCode.ContentConflict)
            await work.OpenWorkItemAsync(Process.WorkItemKind.ContentConflict, row.Dossier, null, row.Door, row.At);
        return row.Bytes is null ? 0 : await MakeRoomAsync(work);
    }

    static async Task<int> MakeRoomAsync(Work work)
    {
        var dropped = 0;
        while (await work.QuarantineSizeAsync() > Capacity && await work.DropOldestAsync() > 0)
            dropped++;
        return dropped;
    }
}
