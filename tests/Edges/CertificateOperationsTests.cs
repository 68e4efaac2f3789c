using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using LLTP.Hub.Tests.Structure;
using Xunit;

namespace LLTP.Hub.Tests.Edges;

/// <summary>A hub whose own certificate ends in five days.</summary>
public sealed class CertificateOperationsTests : IAsyncLifetime
{
    readonly RunningHub hub = new();
    string thumbprint = "";

    public async ValueTask InitializeAsync()
    {
        using var key = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        using var ending = new CertificateRequest("CN=Truc", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now.AddDays(-1), now.AddDays(5));
        var folder = Directory.CreateDirectory(Path.Combine(hub.Files.Folder, "keys")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "hub.pem"), ending.ExportCertificatePem());
        await File.WriteAllTextAsync(Path.Combine(folder, "hub.key.pem"), key.ExportPkcs8PrivateKeyPem());
        thumbprint = ending.Thumbprint;
        await hub.InitializeAsync();
    }

    public ValueTask DisposeAsync() => hub.DisposeAsync();

    [Fact]
    public async Task Operations_hand_out_the_hubs_certificates_and_health_names_what_ends_soon()
    {
        using var certificates = await ReadAsync("api/v1/certificates");
        var soap = certificates.RootElement.EnumerateArray().Single(one => one.GetProperty("purpose").GetString() == "Soap");
        using var shown = X509Certificate2.CreateFromPem(soap.GetProperty("pem").GetString());
        Assert.Equal(thumbprint, shown.Thumbprint);
        Assert.False(shown.HasPrivateKey);

        using var health = await ReadAsync("health/partners");
        Assert.Equal("degraded", health.RootElement.GetProperty("status").GetString());
        var ending = Assert.Single(health.RootElement.GetProperty("ending").EnumerateArray());
        Assert.Equal(("hub", 7), (ending.GetProperty("owner").GetString(), ending.GetProperty("threshold").GetInt32()));
        Assert.StartsWith("Chứng thư của hub", ending.GetProperty("vi").GetString());
    }

    [Fact]
    public async Task The_check_of_the_configuration_warns_and_still_passes()
    {
        using var installed = new InstalledConfiguration(Repository.Readme);
        var (exitCode, output) = await installed.CheckAsync(installed.Settings, TestContext.Current.CancellationToken);
        Assert.Equal(0, exitCode);
        Assert.Contains("! Chứng thư của lltp", output);
    }

    async Task<JsonDocument> ReadAsync(string path) =>
        JsonDocument.Parse((await hub.SendAsync(HttpMethod.Get, new(hub.Operations, path), null)).Body);
}
