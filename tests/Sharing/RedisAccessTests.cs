using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LLTP.Hub.Core.Sharing;
using LLTP.Hub.Simulators.Demo;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Sharing;

/// <summary>A real Redis that asks for a password and speaks TLS.</summary>
public sealed class RedisAccessTests : IDisposable
{
    const string Password = "mat-khau-redis-de-thu";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    readonly string folder = Directory.CreateTempSubdirectory("lltp-redis-access-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(Password, true), InlineData("sai", false), InlineData(null, false)]
    public async Task Only_the_right_password_opens_redis_and_without_it_the_hub_goes_on(string? password, bool opens)
    {
        await using var redis = await RedisServer.StartedAsync("--requirepass", Password);
        (string, string)[] secret = password is null ? [] : [("Redis:PasswordFile", File("password", password))];

        await JudgeAsync(opens, [("Redis:Endpoint", redis.Endpoint), .. secret]);
    }

    [Theory]
    [InlineData("own", true), InlineData("other", false), InlineData(null, false)]
    public async Task Over_tls_only_a_certificate_of_the_named_authority_is_believed(string? authority, bool opens)
    {
        using var own = Authority();
        using var other = Authority();
        await using var redis = await RedisServer.StartedAsync(Tls(own, IPAddress.Loopback));
        var named = (authority == "own" ? own : other).ExportCertificatePem();
        (string, string)[] trusted = authority is null ? [] : [("Redis:AuthorityFile", File("ca.pem", named))];

        await JudgeAsync(opens, [("Redis:Endpoint", redis.TlsEndpoint), ("Redis:Tls", "true"), .. trusted]);
    }

    [Fact]
    public async Task A_certificate_for_another_address_is_not_believed()
    {
        using var own = Authority();
        await using var redis = await RedisServer.StartedAsync(Tls(own, IPAddress.Parse("10.1.2.3")));

        await JudgeAsync(false, [
            ("Redis:Endpoint", redis.TlsEndpoint), ("Redis:Tls", "true"),
            ("Redis:AuthorityFile", File("ca.pem", own.ExportCertificatePem()))]);
    }

    // The watch looks once a second: what is not open after a few looks stays shut.
    static async Task JudgeAsync(bool opens, params (string, string)[] settings)
    {
        await using var hub = await TestHub.StartAsync(settings);
        await hub.OpenLineAsync();
        var sharing = hub.Get<ISharing>();
        using var limit = new CancellationTokenSource(opens ? Patience : TimeSpan.FromSeconds(3));
        while (sharing.Trouble is not null && !limit.IsCancellationRequested)
            await Task.Delay(20, CancellationToken.None);

        Assert.Equal(opens, sharing.Trouble is null);
        Assert.True(await sharing.ReserveAsync("key", "first"));
        Assert.Equal(!opens, await sharing.ReserveAsync("key", "second"));
        await hub.TakesAsync(Messages.Application());
    }

    string[] Tls(X509Certificate2 authority, IPAddress address)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=redis", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(address);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        using var issued = request.Create(authority, authority.NotBefore, authority.NotAfter, [1, 2, 3]);
        return [
            "--tls-cert-file", File("redis.pem", issued.ExportCertificatePem()),
            "--tls-key-file", File("redis.key", key.ExportPkcs8PrivateKeyPem()),
            "--tls-ca-cert-file", File("issuer.pem", authority.ExportCertificatePem()), "--tls-auth-clients", "no"];
    }

    static X509Certificate2 Authority()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=CA noi bo", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    string File(string name, string text)
    {
        var path = Path.Combine(folder, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }
}
