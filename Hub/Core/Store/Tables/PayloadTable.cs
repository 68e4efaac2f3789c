using LLTP.Hub.Core.Payloads;

namespace LLTP.Hub.Core.Store.Tables;

/// <summary>Payload bytes, stored once by hash.</summary>
public static class PayloadTable
{
    public static Task<int> PutPayloadAsync(this Work work, Payload payload, long now) => work.ExecuteAsync(
        "INSERT INTO payload (hash, key_id, size, stored_at, bytes) VALUES (@Hash, @KeyId, @Size, @now, @Bytes) ON CONFLICT (hash) DO NOTHING",
        new { payload.Hash, payload.Sealed.KeyId, payload.Size, now, Bytes = payload.Sealed.Bytes.ToExactArray() });

    /// <exception cref="InvalidOperationException">A row points to a payload that is not there.</exception>
    public static async Task<ReadOnlyMemory<byte>> OpenPayloadAsync(this Work work, string hash, Vault vault)
    {
        var row = await work.FirstAsync<Row>("SELECT key_id, bytes FROM payload WHERE hash = @hash", new { hash })
            ?? throw new InvalidOperationException($"Payload {hash} is missing.");
        return vault.Open(row.KeyId, row.Bytes);
    }

    public static byte[] ToExactArray(this ReadOnlyMemory<byte> bytes) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(bytes, out var whole) && whole.Offset == 0 && whole.Count == whole.Array?.Length
            ? whole.Array
            : bytes.ToArray();

    sealed record Row
    {
        public string KeyId { get; init; } = "";
        public byte[] Bytes { get; init; } = [];
    }
}
