using System.Net;
using System.Net.Sockets;

namespace LLTP.Hub.Simulators.Demo;

/// <summary>Where the hub listens; chosen once and kept over all its restarts.</summary>
sealed record HubAddresses(Uri Doors, Uri Operations)
{
    public static HubAddresses Choose()
    {
        using var first = new TcpListener(IPAddress.Loopback, 0);
        using var second = new TcpListener(IPAddress.Loopback, 0);
        first.Start();
        second.Start();
        return new(At(first), At(second));
    }

    static Uri At(TcpListener listener) => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
}
