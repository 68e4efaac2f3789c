using System.Security.Cryptography;
using LLTP.Hub.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace LLTP.Hub.Adapters.Shared;

/// <summary>A request body as a door read it: the bytes, or only their count and hash where they were too many or not wanted.</summary>
public sealed record BodyRead(ReadOnlyMemory<byte> Bytes, long Size, string Sha256, bool TooLarge) : IDisposable
{
    /// <summary>A large body keeps its turn until the door has answered, so that few are in memory at once.</summary>
    public IDisposable? Turn { get; init; }

    public void Dispose() => Turn?.Dispose();
}

/// <summary>Reads bodies within a door's limit. What is above is read and thrown away up to 64 MiB, so that the sender gets its answer.</summary>
public sealed class DoorBody : IDisposable
{
    public const long Mebibyte = 1 << 20;
    const long MostThrownAway = 64 * Mebibyte;

    // A rush of applications with pictures must not be in memory all at once; what is small passes.
    const long Small = 128 * 1024;

    readonly SemaphoreSlim middle = new(8);
    readonly SemaphoreSlim large = new(4);

    public async Task<BodyRead> ReadAsync(HttpContext context, long limit, CancellationToken cancellation)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = null;
        var announced = context.Request.ContentLength;
        if (announced > limit)
            return await CountAsync(context, cancellation);
        if (announced <= Small)
            return await FillAsync(context, limit, (int)announced, cancellation);

        var places = announced <= Mebibyte ? middle : large;
        await places.WaitAsync(cancellation);
        var turn = new Turns(places);
        try
        {
            return await FillAsync(context, limit, (int)(announced ?? 64 * 1024), cancellation) with { Turn = turn };
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    /// <summary>Reads nothing into memory: only size and hash, for senders that nobody knows.</summary>
    public static Task<BodyRead> CountAsync(HttpContext context, CancellationToken cancellation) => CountAsync(context, default, cancellation);

    static async Task<BodyRead> CountAsync(HttpContext context, ReadOnlyMemory<byte> already, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(already.Span);
        var buffer = new byte[64 * 1024];
        long size = already.Length;
        int read;
        while ((read = await context.Request.Body.ReadAsync(buffer, cancellation)) > 0)
        {
            size += read;
            hash.AppendData(buffer, 0, read);
            if (size > MostThrownAway)
            {
                context.Abort();
                break;
            }
        }
        return new(default, size, Convert.ToHexStringLower(hash.GetHashAndReset()), true);
    }

    public void Dispose()
    {
        middle.Dispose();
        large.Dispose();
    }

    static async Task<BodyRead> FillAsync(HttpContext context, long limit, int expected, CancellationToken cancellation)
    {
        var buffer = new byte[Math.Max(expected, 1)];
        var filled = 0;
        int read;
        while ((read = await context.Request.Body.ReadAsync(buffer.AsMemory(filled), cancellation)) > 0)
        {
            filled += read;
            if (filled > limit)
                return await CountAsync(context, buffer.AsMemory(0, filled), cancellation);
            if (filled == buffer.Length && context.Request.ContentLength != filled)
                Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 2L, limit + 1));
            if (filled == buffer.Length)
                break;
        }
        var bytes = buffer.AsMemory(0, filled);
        return new(bytes, filled, Fingerprint.Sha256Hex(bytes.Span), false);
    }

    sealed class Turns(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}
