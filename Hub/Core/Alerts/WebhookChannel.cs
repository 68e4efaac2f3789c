using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LLTP.Hub.Core.Options;
using LLTP.Hub.Security;
using Microsoft.Extensions.Options;

namespace LLTP.Hub.Core.Alerts;

/// <summary>
/// Posts alerts as JSON. Signed by HMAC-SHA256 over "{X-LLTP-Timestamp}.{body}" in X-LLTP-Signature: sha256={hex}, so that a receiver can
/// tell them from others and old ones from new ones; the id stays the same over repeats.
/// </summary>
public sealed class WebhookChannel(IHttpClientFactory http, IOptions<AlertOptions> options, IOptions<ProvinceOptions> province, TimeProvider clock)
    : IAlertChannel
{
    public const string Client = "alerts";
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly SecretText? secret = options.Value.WebhookSecretFile is { } file ? SecretText.FromFile(file) : null;

    public string Name => "webhook";

    public bool IsConfigured => options.Value.Webhook is not null;

    public async Task<string?> SendAsync(Alert alert, CancellationToken cancellation)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            alert.Id, fault = alert.Kind, alert.Subject, state = alert.IsOpen ? "opened" : "closed", alert.At, alert.Detail,
            province = province.Value.Code, vi = alert.Vietnamese, en = alert.English,
        }, Json);
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Value.Webhook) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        Sign(request, body);
        try
        {
            using var client = http.CreateClient(Client);
            using var response = await client.SendAsync(request, cancellation);
            return response.IsSuccessStatusCode ? null : $"HTTP {(int)response.StatusCode}";
        }
        catch (HttpRequestException failure)
        {
            return $"{failure.HttpRequestError}";
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return "Timeout";
        }
    }

    void Sign(HttpRequestMessage request, byte[] body)
    {
        var time = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        request.Headers.Add("X-LLTP-Timestamp", time);
        if (secret is null)
            return;
        byte[] told = [.. Encoding.UTF8.GetBytes($"{time}."), .. body];
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret.Reveal()), told);
        request.Headers.Add("X-LLTP-Signature", $"sha256={Convert.ToHexStringLower(mac)}");
    }
}
