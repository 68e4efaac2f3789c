using System.Net;
using System.Net.Sockets;

namespace LLTP.Hub.Simulators.Demo;

/// <summary>
/// Where the hub listens; chosen once and kept over all its restarts. The ports lie below those that systems hand out by themselves:
/// neither a simulator nor an outgoing connection can take one while the hub is away.
/// </summary>
sealed record HubAddresses(Uri Doors, Uri Operations)
{
    const int Lowest = 20_000;
    const int Highest = 32_000;

    public static HubAddresses Choose()
    {
        using var first = Listen();
        using var second = Listen();
        return new(At(first), At(second));
    }

    public static int FreePort()
    {
        using var listener = Listen();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    static TcpListener Listen()
    {
        for (var attempt = 1; ; attempt++)
        {
            var listener = new TcpListener(IPAddress.Loopback, Random.Shared.Next(Lowest, Highest));
            try
            {
                listener.Start();
                return listener;
            }
            catch (SocketException) when (attempt < 100)
            {
                listener.Dispose();
            }
        }
    }

    static Uri At(TcpListener listener) => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
}
