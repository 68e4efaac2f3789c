using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;

namespace LLTP.Hub.Tests.Edges.Adapters;

/// <summary>A partner over real HTTP that does to every call what the test says; only the login at the portal always works.</summary>
sealed class PartnerStub : IAsyncDisposable
{
    readonly WebApplication app;

    PartnerStub(WebApplication app) => this.app = app;

    public Uri Address => new($"{app.Urls.Single()}/");

    public static async Task<PartnerStub> StartAsync(RequestDelegate answer, Action<HttpsConnectionAdapterOptions>? tls = null, int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"{(tls is null ? "http" : "https")}://127.0.0.1:{port}");
        if (tls is not null)
            builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(tls));
        var app = builder.Build();
        app.MapPost("/login", () => new { session = "phien-de-thu", error_code = "0" });
        app.MapFallback("{*path}", async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            context.Items["body"] = body.ToArray();
            await answer(context);
        });
        await app.StartAsync();
        return new(app);
    }

    /// <summary>A server's certificate for an address.</summary>
    public static X509Certificate2 Certificate(IPAddress address)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=TTHC", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(address);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddMinutes(-5), now.AddDays(1));
    }

    public static RequestDelegate Answer(int status, string media, byte[] body) => async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = media;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    };

    public static RequestDelegate Answer(int status, string media, string body) => Answer(status, media, Encoding.UTF8.GetBytes(body));

    public static async Task NeverAsync(HttpContext context)
    {
        var gone = new TaskCompletionSource();
        await using var end = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    }

    public static Task CutAsync(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
