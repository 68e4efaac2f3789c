namespace LLTP.Hub.Simulators.Common;

/// <summary>The HTTP line to the hub's nodes, each in its turn, so that a repeat meets another one; a lost line is no answer, never an exception.</summary>
sealed class HubLine(SimulatorOptions options, Faults faults) : IDisposable
{
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    readonly HttpMessageInvoker http = new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        MaxConnectionsPerServer = 256,
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
    });

    int turn;

    /// <summary>Null when the line broke before the whole answer was here.</summary>
    public async Task<HubReply?> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Longest);
        return await ExchangeAsync(request, limit.Token, cancellation);
    }

    /// <summary>The body breaks off in the middle.</summary>
    public Task<HubReply?> CutBeforeEndAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        if (request.Content is { } whole)
            request.Content = new TornContent(whole);
        return LoseAsync(request, cancellation);
    }

    /// <summary>The caller hangs up while the hub works.</summary>
    public async Task<HubReply?> CutAfterEndAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(faults.Between(2, 15));
        await ExchangeAsync(request, limit.Token, cancellation);
        return null;
    }

    public void Dispose() => http.Dispose();

    async Task<HubReply?> LoseAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        await SendAsync(request, cancellation);
        return null;
    }

    async Task<HubReply?> ExchangeAsync(HttpRequestMessage request, CancellationToken limit, CancellationToken cancellation)
    {
        request.RequestUri = new(NextNode(), request.RequestUri ?? new Uri("/", UriKind.Relative));
        try
        {
            using var response = await http.SendAsync(request, limit);
            var body = await response.Content.ReadAsByteArrayAsync(limit);
            return new((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, response.Headers.RetryAfter?.Delta, body);
        }
        catch (Exception lost) when (IsLoss(lost, cancellation))
        {
            return null;
        }
        finally
        {
            request.Dispose();
        }
    }

    Uri NextNode() => options.Hubs[(int)((uint)Interlocked.Increment(ref turn) % (uint)options.Hubs.Count)];

    static bool IsLoss(Exception failure, CancellationToken cancellation) => failure switch
    {
        HttpRequestException or IOException => true,
        OperationCanceledException => !cancellation.IsCancellationRequested,
        _ => false,
    };
}
