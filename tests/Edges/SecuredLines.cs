using System.Net.Security;
using LLTP.Hub.Security;
using Xunit;

namespace LLTP.Hub.Tests.Edges;

/// <summary>
/// A hub with doors on TLS: V06 must show its own certificate, TTHC comes through a gateway alone and signs, and that gateway vouches
/// for VNeID and TTHC.
/// </summary>
public sealed class SecuredLines : IAsyncLifetime
{
    public const string PublicName = "https://lltp.example.vn";
    public const string Header = "X-Road-Client";
    public const string VneidName = "VN/GOV/BCA/VNEID";
    public const string TthcName = "VN/GOV/H56/TTHC";

    readonly List<HttpMessageInvoker> lines = [];

    public RunningHub Hub { get; } = new() { IsHttps = true, More = Settings };

    public ValueTask InitializeAsync() => Hub.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        lines.ForEach(line => line.Dispose());
        await Hub.DisposeAsync();
    }

    public Task<Answer> GetAsync(string? certificate, string path, params IEnumerable<(string, string)> headers) =>
        RunningHub.SendAsync(Line(certificate), HttpMethod.Get, new(Hub.Doors, path), null, headers);

    public Task<Answer> PostAsync(string? certificate, string path, byte[] body, string media,
        params IEnumerable<(string, string)> headers) =>
        RunningHub.SendAsync(Line(certificate), HttpMethod.Post, new(Hub.Doors, path), RunningHub.Content(body, media), headers);

    // A line of its own for every call; only the hub's own certificate is believed.
    HttpMessageInvoker Line(string? certificate)
    {
        var expected = File.ReadAllText(Path.Combine(Hub.Keys, "hub-tls.pem")).Trim();
        var ssl = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (_, shown, _, _) =>
                shown is System.Security.Cryptography.X509Certificates.X509Certificate2 own && own.ExportCertificatePem() == expected,
        };
        if (certificate is not null)
            ssl.ClientCertificateContext = SslStreamCertificateContext.Create(Hub.KeyOf(certificate).Certificate, null, offline: true);
        var line = new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false, SslOptions = ssl });
        lines.Add(line);
        return line;
    }

    static IEnumerable<(string, string)> Settings(string keys)
    {
        string Certificate(string name) => DevelopmentKeys.EnsureFiles(keys, name, TimeProvider.System).Certificate;
        return
        [
            ("Partners__V06__Tls__Required", "true"), ("Partners__V06__Tls__CertificateFiles__0", Certificate("v06")),
            ("Partners__Lltp__Tls__Required", "true"), ("Partners__Lltp__Tls__CertificateFiles__0", Certificate("lltp")),
            ("Partners__Lltp__MustSign", "BodyOnly"), ("Partners__Tthc__Jws__PublicAddress", PublicName),
            ("Partners__Tthc__Gateways__0", "ndxp"), ("Partners__Tthc__Jws__Inbound", "Required"),
            ("Partners__Tthc__Jws__CertificateFiles__0", Certificate("tthc")),
            ("Gateways__0__Name", "ndxp"), ("Gateways__0__CertificateFiles__0", Certificate("ndxp")), ("Gateways__0__Header", Header),
            ("Gateways__0__Addresses__0", "127.0.0.0/8"),
            ("Gateways__0__VouchesFor__vneid", VneidName), ("Gateways__0__VouchesFor__tthc", TthcName),
            ("Gateways__1__Name", "elsewhere"), ("Gateways__1__Addresses__0", "192.0.2.0/24"), ("Gateways__1__Header", "X-Elsewhere"),
            ("Gateways__1__VouchesFor__vneid", VneidName),
        ];
    }
}
