using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using LLTP.Hub.Security;

namespace LLTP.Hub.Adapters.Shared;

/// <summary>The access token of one line: got once, shared, renewed before it ends and when it is refused; never logged.</summary>
public sealed class LineToken(string partner, TokenOptions options, IHttpClientFactory clients, TimeProvider clock) : IDisposable
{
    static readonly TimeSpan Early = TimeSpan.FromSeconds(60);
    static readonly TimeSpan Unsaid = TimeSpan.FromMinutes(5);
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    readonly SemaphoreSlim turn = new(1);
    readonly SecretText secret = SecretText.FromFile(options.SecretFile ?? "");
    Known? known;

    /// <summary>The token in use, or null when none can be got.</summary>
    /// <param name="refused">A token that the partner no longer takes.</param>
    public async Task<string?> GetAsync(string? refused, CancellationToken cancellation)
    {
        if (options.Kind == TokenKind.Bearer)
            return refused is null ? secret.Reveal() : null;
        if (Usable(refused) is { } ready)
            return ready;
        await turn.WaitAsync(cancellation);
        try
        {
            return Usable(refused) ?? (known = await RenewAsync(cancellation))?.Token;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    string? Usable(string? refused) => known is { } held && held.Token != refused && clock.GetUtcNow() < held.RenewAt ? held.Token : null;

    async Task<Known?> RenewAsync(CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Limit);
        try
        {
            using var request = Request();
            using var response = await clients.CreateClient(partner).SendAsync(request, limit.Token);
            return response.IsSuccessStatusCode ? Read(await response.Content.ReadAsByteArrayAsync(limit.Token)) : null;
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException
            || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return null;
        }
    }

    HttpRequestMessage Request()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, options.Address)
        {
            Content = new FormUrlEncodedContent([new("grant_type", "client_credentials")]),
        };
        if (options.Kind == TokenKind.ClientCredentials)
            request.Headers.Authorization = new("Basic", Base64($"{options.Key}:{secret.Reveal()}"));
        else
            request.Headers.Add("lgspaccesstoken", Base64(JsonSerializer.Serialize(new
            {
                AccessKey = options.Key, SecretKey = secret.Reveal(), options.AppName, options.PartnerCode, options.PartnerCodeCus,
            })));
        return request;
    }

    Known? Read(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var answer = document.RootElement;
            var token = answer.GetProperty("access_token").GetString();
            var life = answer.TryGetProperty("expires_in", out var seconds) && seconds.TryGetDouble(out var said) ? TimeSpan.FromSeconds(said) : Unsaid;
            return token is null ? null : new(token, clock.GetUtcNow() + (life > Early * 2 ? life - Early : life / 2));
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }

    static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    sealed record Known(string Token, DateTimeOffset RenewAt);
}
