using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LLTP.Hub.Tests.Core.Alerts;

/// <summary>A web server that takes alerts, or refuses them as often as it is told.</summary>
public sealed class WebhookReceiver : IAsyncDisposable
{
    readonly WebApplication app;
    int refusals;

    WebhookReceiver(WebApplication app) => this.app = app;

    public ConcurrentQueue<(string Body, string Time, string? Signature)> Got { get; } = new();

    public int Requests { get; private set; }

    public Uri Address => new(app.Urls.First() + "/alerts");

    public static async Task<WebhookReceiver> StartAsync(int refusals = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var receiver = new WebhookReceiver(app) { refusals = refusals };
        app.MapPost("/alerts", receiver.TakeAsync);
        await app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        Requests++;
        if (refusals-- > 0)
        {
            context.Response.StatusCode = 503;
            return;
        }
        Got.Enqueue((body, context.Request.Headers["X-LLTP-Timestamp"].ToString(), context.Request.Headers["X-LLTP-Signature"]));
    }
}

/// <summary>A mail server that speaks as much SMTP (RFC 5321) as taking a message needs.</summary>
public sealed class MailReceiver : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource stop = new();
    readonly Task loop;

    public MailReceiver()
    {
        listener.Start();
        loop = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public ConcurrentQueue<string> Messages { get; } = new();

    public ConcurrentQueue<string> Recipients { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await loop;
        stop.Dispose();
    }

    async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                await TalkAsync(client.GetStream());
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 mail.example ready");
        while (await reader.ReadLineAsync(stop.Token) is { } line)
        {
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            if (verb == "RCPT")
                Recipients.Enqueue(line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)]);
            await writer.WriteLineAsync(verb switch { "DATA" => "354 go on", "QUIT" => "221 bye", _ => "250 ok" });
            if (verb == "QUIT")
                return;
            if (verb != "DATA")
                continue;
            var message = new StringBuilder();
            while (await reader.ReadLineAsync(stop.Token) is { } text && text != ".")
                message.AppendLine(text);
            Messages.Enqueue(message.ToString());
            await writer.WriteLineAsync("250 taken");
        }
    }
}
