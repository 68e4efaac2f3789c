using LLTP.Hub.Security;
using LLTP.Hub.Tests.Structure;
using Xunit;

namespace LLTP.Hub.Tests.Security;

/// <summary>Random messages to and from JSR-105 (javax.xml.crypto of JDK 17).</summary>
public sealed class JavaExchangeTests : IDisposable
{
    static readonly int Messages = Full.Or(200, 40);
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Java_verifies_what_we_sign()
    {
        var files = Write(seed => Foreign.Ours(seed, xades: seed % 2 == 0));
        var lines = await RunAsync(["verify", In("cert.pem"), .. files]);
        Assert.Equal(Enumerable.Repeat("valid", Messages), lines.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task We_verify_what_Java_signs()
    {
        var files = Write(seed => System.Text.Encoding.UTF8.GetBytes(Foreign.Text(seed)));
        Assert.Equal("", await RunAsync(["sign", In("cert.pem"), In("key.pem"), .. files]));
        for (int seed = 0; seed < files.Count; seed++) Foreign.Accept(File.ReadAllBytes(files[seed] + ".signed"), seed);
    }

    async Task<string> RunAsync(IEnumerable<string> arguments)
    {
        File.WriteAllText(In("cert.pem"), Samples.Partner.Certificate.ExportCertificatePem());
        File.WriteAllText(In("key.pem"), Foreign.KeyPem(Samples.Partner));
        string source = Path.Combine(Repository.Root.FullName, "tests", "Security", "Foreign", "Exchange.java");
        var compiled = await Command.RunAsync("javac", "-d", folder.FullName, source);
        Assert.True(compiled.Code == 0, compiled.Text);
        var (code, text) = await Command.RunAsync("java", ["-cp", folder.FullName, "Exchange", .. arguments]);
        Assert.True(code == 0, text);
        return text;
    }

    List<string> Write(Func<int, byte[]> content) =>
    [
        .. Enumerable.Range(0, Messages).Select(seed =>
        {
            File.WriteAllBytes(In($"{seed}.xml"), content(seed));
            return In($"{seed}.xml");
        }),
    ];

    string In(string name) => Path.Combine(folder.FullName, name);
}
