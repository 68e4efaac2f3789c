using System.Text;
using LLTP.Hub.Tests.Edges.Adapters;
using Xunit;

namespace LLTP.Hub.Tests.Edges;

/// <summary>A hub whose LLTP software takes what it gets and never says so.</summary>
public sealed class SilentSoftware : IAsyncLifetime
{
    PartnerStub? software;
    volatile string sent = "";

    public RunningHub Hub { get; } = new();

    /// <summary>The last message that the software got.</summary>
    public string Sent => sent;

    public async ValueTask InitializeAsync()
    {
        software = await PartnerStub.StartAsync(context =>
        {
            sent = Encoding.UTF8.GetString((byte[])(context.Items["body"] ?? Array.Empty<byte>()));
            return PartnerStub.Answer(500, "text/html", "<html/>")(context);
        });
        Hub.Settings["Partners__Lltp__Endpoint"] = software.Address.ToString();
        await Hub.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Hub.DisposeAsync();
        if (software is not null)
            await software.DisposeAsync();
    }
}
