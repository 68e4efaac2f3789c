using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using LLTP.Hub.Security;
using LLTP.Hub.Tests.Security.Trusting;
using Xunit;

namespace LLTP.Hub.Tests.Edges;

/// <summary>A hub on TLS whose own key is a PFX file, and V06 known at its doors by an authority with a revocation list.</summary>
public sealed class ClientAuthority : IAsyncLifetime
{
    const string Password = "mat-khau-pfx";

    static readonly DateTimeOffset Long = TestAuthority.Now.AddYears(20);

    readonly TestAuthority root = TestAuthority.Root("CN=CA duong truyen", new() { IsAuthority = true, Usage = TestAuthority.Authority, Until = Long });
    readonly TestAuthority rogue = TestAuthority.Root("CN=CA duong truyen", new() { IsAuthority = true, Usage = TestAuthority.Authority, Until = Long });
    readonly X509Certificate2 server;
    readonly X509Certificate2 revoked;

    public ClientAuthority()
    {
        Hub = new() { IsHttps = true, More = Settings };
        revoked = Issue("CN=V06 cu");
        server = Issue("CN=hub");
    }

    public RunningHub Hub { get; }

    public ValueTask InitializeAsync() => Hub.InitializeAsync();

    public ValueTask DisposeAsync() => Hub.DisposeAsync();

    /// <summary>A client's certificate by the word that describes it.</summary>
    public X509Certificate2? Client(string kind) => kind switch
    {
        "own" => Issue("CN=V06"),
        "revoked" => revoked,
        "rogue" => rogue.Issue("CN=V06", new() { Until = Long }),
        "expired" => root.Issue("CN=V06", new() { From = TestAuthority.Now.AddYears(-1), Until = TestAuthority.Now.AddDays(-1) }),
        "server" => root.Issue("CN=V06", new() { Until = Long, ExtendedUsage = "1.3.6.1.5.5.7.3.1" }),
        "other name" => Issue("CN=VNeID"),
        "authority" => root.Certificate,
        _ => null,
    };

    /// <summary>Posts over a line of its own, which believes the certificate of the PFX file and no other.</summary>
    public async Task<Answer> PostAsync(X509Certificate2? client, byte[] body)
    {
        var ssl = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == server.Thumbprint,
        };
        if (client is not null)
            ssl.ClientCertificateContext = SslStreamCertificateContext.Create(client, null, offline: true);
        using var line = new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false, SslOptions = ssl });
        return await RunningHub.SendAsync(
            line, HttpMethod.Post, new(Hub.Doors, "v06/ket-qua"), RunningHub.Content(body, "application/xml; charset=utf-8"), []);
    }

    X509Certificate2 Issue(string name) => root.Issue(name, new() { Until = Long });

    IEnumerable<(string, string)> Settings(string keys)
    {
        string Put(string name, byte[] bytes)
        {
            var path = Path.Combine(keys, name);
            File.WriteAllBytes(path, bytes);
            return path;
        }

        return
        [
            ("Partners__V06__Tls__Required", "true"), ("Partners__V06__Tls__SubjectMustContain__0", "CN=V06*"),
            ("Partners__V06__Tls__AuthorityFiles__0", Put("ca.pem", System.Text.Encoding.ASCII.GetBytes(root.Certificate.ExportCertificatePem()))),
            ("Partners__V06__Tls__Crl__0", Put("ca.crl", root.List([revoked], until: Long))),
            ("Signing__TlsServer__Certificate", Put("hub.pfx", server.Export(X509ContentType.Pfx, Password))),
            ("Signing__TlsServer__PasswordFile", Put("hub.pfx.password", System.Text.Encoding.ASCII.GetBytes(Password))),
        ];
    }
}
