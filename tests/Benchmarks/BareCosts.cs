using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using LLTP.Hub.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace LLTP.Hub.Benchmarks;

/// <summary>CPU milliseconds of the bare operations, each alone in this process.</summary>
static class BareCosts
{
    const int SharedCommit = 4;

    static readonly byte[] Hash = SHA256.HashData("lltp"u8);

    public static async Task<(double Sign, double Verify)> RsaAsync()
    {
        using var key = Documents.Key.Certificate.GetRSAPrivateKey() ?? throw new InvalidOperationException("There is no key.");
        var signature = key.SignHash(Hash, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return (await BareOperation.CostAsync(() => key.SignHash(Hash, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)),
            await BareOperation.CostAsync(() => key.VerifyHash(Hash, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)));
    }

    /// <summary>From bytes to the digest of the canonical form, of a document of 4 KB.</summary>
    public static Task<double> CanonicalAsync()
    {
        var bytes = Documents.Of(Shape.Elements, 4096);
        return BareOperation.CostAsync(() =>
        {
            var document = SafeXml.Read(bytes, XmlLimits.Default).Document ?? throw new InvalidOperationException("It does not read.");
            Canonical.ExclusiveSha256(document.DocumentElement ?? throw new XmlException("It has no root."));
        });
    }

    /// <summary>Reading and writing a JSON document of about so many bytes.</summary>
    public static async Task<(double Read, double Write)> JsonAsync(double bytes)
    {
        var members = Enumerable.Range(0, (int)(bytes / 40)).Select(index => KeyValuePair.Create($"truong{index}", (JsonNode?)$"Nguyễn Văn Mẫu {index}"));
        var written = JsonSerializer.SerializeToUtf8Bytes(new JsonObject(members));
        var parsed = JsonNode.Parse(written);
        return (await BareOperation.CostAsync(() => { JsonNode.Parse(written); }), await BareOperation.CostAsync(() => { JsonSerializer.SerializeToUtf8Bytes(parsed); }));
    }

    public static Task<double> Sha256Async(double bytes)
    {
        var data = new byte[(int)bytes];
        return BareOperation.CostAsync(() => SHA256.HashData(data));
    }

    /// <summary>
    /// One durable transaction of three rows on the embedded store, four of them to a synchronous write, as under load.
    /// </summary>
    public static async Task<double> CommitAsync()
    {
        var folder = Directory.CreateTempSubdirectory("lltp-bare-").FullName;
        await using var database = await Database.OpenAsync(Path.Combine(folder, "bare.db"));
        var next = 0;
        var cost = await BareOperation.CostAsync(() => Task.WhenAll(Enumerable.Range(0, SharedCommit).Select(_ => database.WriteAsync(async work =>
        {
            var id = $"{Interlocked.Increment(ref next)}";
            await work.AppendEventAsync(new() { Id = id, Kind = "Submitted", Partner = "vneid", Dossier = id });
            await work.OweAsync(new() { Id = id, Dossier = id, Partner = "tthc", Kind = "tthc.dossier" });
            return await work.RememberAsync("tthc", id, new() { ContentHash = id, Answer = id }, 1, 1);
        }, CancellationToken.None))));
        await database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        return cost / SharedCommit;
    }

    /// <summary>One side of an HTTP exchange of 1 KB over loopback: Kestrel and HttpClient in this process, halved.</summary>
    public static async Task<double> HttpAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        var body = new byte[1024];
        app.MapPost("/", async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            await context.Response.Body.WriteAsync(body);
        });
        await app.StartAsync();
        using var http = new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false });
        var address = new Uri(app.Urls.Single());
        return await BareOperation.CostAsync(async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
            using var response = await http.SendAsync(request, CancellationToken.None);
            await response.Content.ReadAsByteArrayAsync();
        }) / 2;
    }
}
