using System.Net;
using System.Net.Sockets;

namespace LLTP.Hub.Tests.Support;

/// <summary>A line to a server on this machine that is cut at a certain connection and stays dead for a while.</summary>
sealed class Relay : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource ended = new();
    readonly int target;
    readonly int cutAt;
    readonly TimeSpan away;
    readonly Task accepting;
    CancellationTokenSource cut = new();
    long? since;
    int connections;

    public Relay(int target, int cutAt, TimeSpan away)
    {
        (this.target, this.cutAt, this.away) = (target, cutAt, away);
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Connections that found nobody.</summary>
    public int Refused { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        listener.Stop();
        await accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await cut.CancelAsync();
        cut.Dispose();
        ended.Dispose();
    }

    async Task AcceptAsync()
    {
        while (!ended.IsCancellationRequested)
        {
            var client = await listener.AcceptTcpClientAsync(ended.Token);
            if (++connections == cutAt)
            {
                since = TimeProvider.System.GetTimestamp();
                await cut.CancelAsync();
                cut = new();
            }
            if (since is { } start && TimeProvider.System.GetElapsedTime(start) < away)
            {
                Refused++;
                client.Dispose();
            }
            else
            {
                _ = CarryAsync(client, cut.Token);
            }
        }
    }

    async Task CarryAsync(TcpClient client, CancellationToken cutting)
    {
        using var near = client;
        using var far = new TcpClient();
        try
        {
            await far.ConnectAsync(IPAddress.Loopback, target, cutting);
            var (here, there) = (near.GetStream(), far.GetStream());
            await Task.WhenAny(here.CopyToAsync(there, cutting), there.CopyToAsync(here, cutting));
        }
        catch (Exception failure) when (failure is IOException or SocketException or OperationCanceledException)
        {
            // Cut, or over.
        }
    }
}
