namespace LLTP.Hub.Adapters.Shared;

/// <summary>Gets revocation lists from files and from the configured addresses; no redirect is followed, and at most 16 MiB are taken.</summary>
public sealed class RevocationFetch(IHttpClientFactory clients)
{
    public const string Client = "revocation-lists";
    public const long Largest = 16 << 20;
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public static bool IsAddress(string source) => Uri.TryCreate(source, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    /// <summary>Null when the list cannot be had now.</summary>
    public async Task<byte[]?> FetchAsync(string source, CancellationToken cancellation)
    {
        try
        {
            if (!IsAddress(source)) return await File.ReadAllBytesAsync(source, cancellation);
            using var client = clients.CreateClient(Client);
            return await client.GetByteArrayAsync(new Uri(source), cancellation);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or HttpRequestException
            || (failure is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            return null;
        }
    }
}
