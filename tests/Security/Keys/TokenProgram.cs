using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LLTP.Hub.Security;

namespace LLTP.Hub.Tests.Security.Keys;

/// <summary>What the process with the token does: certifies both keys, signs with them and shows them to a TLS server; the test judges what it left.</summary>
static class TokenProgram
{
    public const string Command = "token";

    public static readonly byte[] SigningInput = "eyJhbGciOiJ4In0.eyJhIjoxfQ"u8.ToArray();

    public static async Task<int> RunAsync(string folder, string port)
    {
        foreach (var name in TokenHouse.Keys)
        {
            Certify(folder, name);
            using var key = Place(folder, name).Open();
            Sign(folder, name, key);
            await ShakeHandsAsync(folder, key.Certificate, int.Parse(port, CultureInfo.InvariantCulture));
            await TokenLine.CallAsync(folder, name);
        }
        return 0;
    }

    public static KeyPlace Place(string folder, string name) => new()
    {
        Certificate = Path.Combine(folder, $"{name}.pem"), Pkcs11 = TokenHouse.Uri(name), PinFile = Path.Combine(folder, "pin"),
    };

    // With the framework alone, as the operator would with another tool: the key cannot leave the token.
    static void Certify(string folder, string name)
    {
        if (!OperatingSystem.IsLinux()) throw new PlatformNotSupportedException();
        using var handle = SafeEvpPKeyHandle.OpenPrivateKeyFromEngine("pkcs11", $"{TokenHouse.Uri(name)}?pin-source=file:{Path.Combine(folder, "pin")}");
        using AsymmetricAlgorithm key = name == TokenHouse.Rsa ? new RSAOpenSsl(handle) : new ECDsaOpenSsl(handle);
        var request = key is RSA rsa
            ? new CertificateRequest($"CN={name}", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : new CertificateRequest($"CN={name}", (ECDsa)key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(Samples.Now.AddDays(-1), Samples.Now.AddYears(10));
        File.WriteAllText(Path.Combine(folder, $"{name}.pem"), certificate.ExportCertificatePem());
    }

    static void Sign(string folder, string name, SigningKey key)
    {
        void Write(string kind, byte[] bytes) => File.WriteAllBytes(Path.Combine(folder, $"{name}.{kind}"), bytes);
        Write("xml", SafeXml.Write(Samples.SignedRequest(key)));
        var message = new SoapMessage("<t:tra xmlns:t=\"urn:test\">Nguyễn</t:tra>"u8.ToArray(), "urn:uuid:1", "urn:test:tra", null, null);
        Write("soap", SoapSigner.Sign(message, key, Samples.Now, Samples.FiveMinutes).ToArray());
        Write("raw", key.Sign(SHA256.HashData(SigningInput), key.Algorithm));
        var many = new byte[TokenHouse.Threads * TokenHouse.PerThread][];
        Parallel.For(0, TokenHouse.Threads, new() { MaxDegreeOfParallelism = TokenHouse.Threads }, thread =>
        {
            for (int i = thread * TokenHouse.PerThread; i < (thread + 1) * TokenHouse.PerThread; i++)
                many[i] = key.Sign(SHA256.HashData(BitConverter.GetBytes(i)), key.Algorithm);
        });
        File.WriteAllLines(Path.Combine(folder, $"{name}.many"), many.Select(Convert.ToBase64String));
    }

    static async Task ShakeHandsAsync(string folder, X509Certificate2 certificate, int port)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", port);
        var pinned = CertificateFile.Read(Path.Combine(folder, "server.pem"))[0];
        await using var stream = new SslStream(client.GetStream(), false, (_, shown, _, _) => shown?.GetCertHashString() == pinned.Thumbprint);
        await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "localhost", ClientCertificateContext = SslStreamCertificateContext.Create(certificate, null, offline: true),
        });
        // The server answers once it has judged the certificate.
        if (await stream.ReadAsync(new byte[1]) != 1) throw new IOException("The server closed the line.");
    }
}
