using System.Security.Cryptography.X509Certificates;
using LLTP.Hub.Adapters;
using LLTP.Hub.Adapters.Shared;
using LLTP.Hub.Adapters.V06;
using LLTP.Hub.Core;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Security;
using LLTP.Hub.Tests.Security.Trusting;
using LLTP.Hub.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace LLTP.Hub.Tests.Edges;

/// <summary>Trust as the hub composes it: an authority, and its revocation list behind an address.</summary>
public sealed class TrustWatchTests : IAsyncLifetime
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();
    readonly TestAuthority root = TestAuthority.Root("CN=CA");
    readonly ManualClock clock = new(TestAuthority.Now);
    readonly WebApplication web;
    byte[]? list;

    public TrustWatchTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        web = builder.Build();
        web.MapGet("/ca.crl", () => list is { } bytes ? Results.Bytes(bytes) : Results.StatusCode(503));
        web.MapGet("/moved.crl", () => Results.Redirect("/ca.crl"));
    }

    public async ValueTask InitializeAsync() => await web.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await web.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_list_behind_the_configured_address_is_fetched_and_decides()
    {
        await using var services = Services("ca.crl");
        using var partner = root.Issue("CN=V06");
        var trust = services.GetRequiredService<HubKeys>().TrustOf(services.GetRequiredService<IOptions<V06Options>>().Value.Signers());
        SignatureRefusalCode? Judge() => trust.Judge(partner, [], CertificatePurpose.Signature, clock.GetUtcNow())?.Code;
        await services.GetRequiredService<RevocationRefresh>()(default);
        Assert.Equal(SignatureRefusalCode.RevocationUnknown, Judge());
        list = root.List([]);
        await services.GetRequiredService<RevocationRefresh>()(default);
        Assert.Null(Judge());
        list = root.List([partner], from: clock.GetUtcNow());
        clock.Advance(TimeSpan.FromMinutes(61));
        await services.GetRequiredService<RevocationRefresh>()(default);
        Assert.Equal(SignatureRefusalCode.CertificateRevoked, Judge());
    }

    [Fact]
    public async Task A_redirect_to_another_address_is_not_followed()
    {
        list = root.List([]);
        await using var services = Services("moved.crl");
        await services.GetRequiredService<RevocationRefresh>()(default);
        Assert.Equal(ExpiryKind.RevocationList, Assert.Single(services.GetRequiredService<ExpiryReport>()()).Kind);
    }

    [Fact]
    public async Task What_ends_soon_is_reported_with_its_owner()
    {
        list = root.List([]);
        await using var services = Services("ca.crl");
        await services.GetRequiredService<RevocationRefresh>()(default);
        services.GetRequiredService<HubKeys>().Open();
        Assert.Empty(services.GetRequiredService<ExpiryReport>()());
        clock.Advance(TimeSpan.FromDays(340));
        var notices = services.GetRequiredService<ExpiryReport>()();
        Assert.Equal([("hub", ExpiryKind.Certificate, 30), ("v06", ExpiryKind.RevocationList, 0)],
            notices.Select(notice => (notice.Owner, notice.Kind, notice.Threshold)));
    }

    ServiceProvider Services(string path)
    {
        var file = Path.Combine(folder.FullName, "ca.pem");
        File.WriteAllText(file, root.Certificate.ExportCertificatePem());
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Environment"] = "Development", ["Keys"] = folder.FullName,
            ["Partners:V06:CaFiles:0"] = file, ["Partners:V06:Crl:0"] = $"{web.Urls.First()}/{path}",
        }).Build();
        return new ServiceCollection().AddLogging().AddHubCore(configuration).AddHubAdapters(configuration)
            .AddSingleton<TimeProvider>(clock).BuildServiceProvider();
    }
}
