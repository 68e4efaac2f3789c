using Xunit;

namespace LLTP.Hub.Tests.Edges;

/// <summary>A hub whose main TTHC system is one of today, and that has a second one on the hub's own contract.</summary>
public sealed class ExistingTthcHub : IAsyncLifetime
{
    public const string AuthKey = "khoa-bo-de-thu";
    public const string SecondSecret = "bi-mat-thu-hai";

    public RunningHub Hub { get; } = new();

    public async ValueTask InitializeAsync()
    {
        // A slow disk of the test machine is not what these tests are about.
        Hub.Settings["Pressure__SlowestCommit"] = "00:00:30";
        Hub.Settings["Partners__Tthc__Contract"] = "existing";
        Hub.Settings["Partners__Tthc__AuthKeyFile"] = Secret("authkey", AuthKey);
        Hub.Settings["Partners__Tthc__Systems__cu__InboundSecretFile"] = Secret("second", SecondSecret);
        Hub.Settings["Partners__Tthc__Routes__0__Province"] = "36";
        Hub.Settings["Partners__Tthc__Routes__0__System"] = "cu";
        await Hub.InitializeAsync();
    }

    public ValueTask DisposeAsync() => Hub.DisposeAsync();

    string Secret(string name, string secret)
    {
        var file = Path.Combine(Hub.Files.Folder, name);
        File.WriteAllText(file, secret);
        return file;
    }
}
