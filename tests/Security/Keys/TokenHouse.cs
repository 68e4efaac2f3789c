using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LLTP.Hub.Tests.Edges;
using Xunit;

namespace LLTP.Hub.Tests.Security.Keys;

/// <summary>A SoftHSM2 token with an RSA and an EC key made in it, a TLS server that asks for certificates, and what a process with the token did.</summary>
public sealed class TokenHouse : IAsyncLifetime
{
    public const string Rsa = "rsa";
    public const string Curve = "ec";
    public const string Pin = "74207420";
    public const int Threads = 8;
    public const int PerThread = 10;
    const string Module = "/usr/lib/softhsm/libsofthsm2.so";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    readonly string folder = Directory.CreateTempSubdirectory("lltp-token-").FullName;

    public static string[] Keys { get; } = [Rsa, Curve];

    public int ExitCode { get; private set; }

    public string Output { get; private set; } = "";

    /// <summary>The certificates that proved their keys to the TLS server.</summary>
    public List<string> Clients { get; } = [];

    public string Folder => folder;

    public Dictionary<string, string> Environment => new()
    {
        ["SOFTHSM2_CONF"] = File("softhsm2.conf"), ["PKCS11_MODULE_PATH"] = Module,
    };

    public static string Uri(string key) => $"pkcs11:token=lltp;object={key};type=private";

    public string File(string name) => Path.Combine(folder, name);

    public X509Certificate2 Certificate(string key) => X509CertificateLoader.LoadCertificateFromFile(File($"{key}.pem"));

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(File("tokens"));
        await System.IO.File.WriteAllTextAsync(File("softhsm2.conf"), $"directories.tokendir = {File("tokens")}\nobjectstore.backend = file\n");
        await System.IO.File.WriteAllTextAsync(File("pin"), Pin);
        await RunAsync("softhsm2-util", "--init-token", "--free", "--label", "lltp", "--so-pin", "12345678", "--pin", Pin);
        // The engine finds the public half of a key by its id, and takes any other one where ids are left out.
        foreach (var (key, kind, id) in new[] { (Rsa, "rsa:2048", "01"), (Curve, "EC:prime256v1", "02") })
            await RunAsync(
                "pkcs11-tool", "--module", Module, "--token-label", "lltp", "--login", "--pin", Pin, "--keypairgen", "--key-type", kind, "--label", key, "--id", id);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var served = ServeAsync(listener);
        var port = ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        await using var program = RunningProgram.Start("LLTP.Hub.Tests.dll", folder, Environment, TokenProgram.Command, folder, port);
        ExitCode = await program.WaitAsync(Patience);
        Output = program.Output;
        listener.Stop();
        await served;
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    async Task ServeAsync(TcpListener listener)
    {
        using var own = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", own, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(Samples.Now.AddDays(-1), Samples.Now.AddYears(10));
        await System.IO.File.WriteAllTextAsync(File("server.pem"), certificate.ExportCertificatePem());
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                await using var stream = new SslStream(client.GetStream(), false, (_, shown, _, _) => shown is not null);
                await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate, ClientCertificateRequired = true });
                Clients.Add(stream.RemoteCertificate?.GetCertHashString() ?? "");
                await stream.WriteAsync(new byte[1]);
            }
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException or IOException)
        {
            Output += ended is IOException ? ended.Message : "";
        }
    }

    async Task RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["SOFTHSM2_CONF"] = File("softhsm2.conf");
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} could not be started.");
        var words = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program}: {await words}");
    }
}
