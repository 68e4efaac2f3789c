using System.Net;
using System.Security.Cryptography.X509Certificates;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Security;
using LLTP.Hub.Tests.Support;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Xunit;

namespace LLTP.Hub.Tests.Edges.Adapters;

/// <summary>The hub calls a partner that demands a client certificate.</summary>
public sealed class OutgoingTlsTests(KeysFolder keys) : IClassFixture<KeysFolder>
{
    const string Yes = """{"stored":"new"}""";

    [Fact]
    public async Task A_partner_on_tls_sees_the_certificate_that_is_configured_for_it()
    {
        var client = DevelopmentKeys.EnsureFiles(keys.Path, "client", TimeProvider.System);

        var (reply, shown) = await SendAsync(
            "none", [("Tls:ClientCertificateFile", client.Certificate), ("Tls:ClientKeyFile", client.Key)]);

        Assert.Equal((Transport.Readable, 200), (reply.Transport, reply.Status));
        Assert.Equal(File.ReadAllText(client.Certificate).Trim(), shown);
    }

    [Fact]
    public async Task The_hubs_own_TLS_key_may_be_a_PFX_file()
    {
        using var client = DevelopmentKeys.Create("pfx", TimeProvider.System);
        using TemporaryFile file = new(client.Certificate.Export(X509ContentType.Pfx, "mat-khau")), password = new("mat-khau");

        var (reply, shown) = await SendAsync(
            "none", [("Signing:TlsClient:Certificate", file.Path), ("Signing:TlsClient:PasswordFile", password.Path)]);

        Assert.Equal((Transport.Readable, 200), (reply.Transport, reply.Status));
        Assert.Equal(client.Certificate.ExportCertificatePem(), shown);
    }

    [Fact]
    public async Task Without_a_client_certificate_nothing_is_taken()
    {
        var (reply, shown) = await SendAsync("none", []);

        Assert.NotEqual(Transport.Readable, reply.Transport);
        Assert.Null(shown);
    }

    [Theory]
    [InlineData("system"), InlineData("other name")]
    public async Task A_server_that_is_not_the_configured_one_gets_nothing(string flaw)
    {
        var client = DevelopmentKeys.EnsureFiles(keys.Path, "client", TimeProvider.System);

        var (reply, shown) = await SendAsync(flaw, [("Tls:ClientCertificateFile", client.Certificate), ("Tls:ClientKeyFile", client.Key)]);

        Assert.Equal((Transport.NothingSent, null), (reply.Transport, shown));
    }

    async Task<(Reply Reply, string? Shown)> SendAsync(string flaw, IEnumerable<(string, string)> more)
    {
        string? shown = null;
        using var server = PartnerStub.Certificate(flaw == "other name" ? IPAddress.Parse("192.0.2.1") : IPAddress.Loopback);
        await using var stub = await PartnerStub.StartAsync(context =>
        {
            shown = context.Connection.ClientCertificate?.ExportCertificatePem();
            return PartnerStub.Answer(200, "application/json", Yes)(context);
        }, tls =>
        {
            tls.ServerCertificate = server;
            (tls.ClientCertificateMode, tls.ClientCertificateValidation) = (ClientCertificateMode.RequireCertificate, (_, _, _) => true);
        });
        var authority = Path.Combine(keys.Path, $"{Guid.NewGuid()}.pem");
        await File.WriteAllTextAsync(authority, server.ExportCertificatePem());
        (string, string)[] trusted = flaw == "system" ? [] : [("Tls:ServerAuthorityFiles:0", authority)];
        await using var tested = new AdapterUnderTest(keys.Path, Partner.Tthc, stub.Address, TimeSpan.FromSeconds(30),
            [.. more, .. trusted]);
        return (await tested.SendAsync(MessageKind.TthcDossier), shown);
    }
}
