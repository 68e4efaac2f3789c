using LLTP.Hub.Adapters.Shared;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Mappings.Dvcqg;
using LLTP.Hub.Security;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LLTP.Hub.Adapters.Dvcqg;

/// <summary>The session at the portal, logged in once and shared; never logged.</summary>
public sealed class DvcqgSession([FromKeyedServices(Partner.Dvcqg)] PartnerLine line, IOptions<DvcqgOptions> options) : IDisposable
{
    readonly SemaphoreSlim turn = new(1);
    readonly SecretText? password = options.Value.PasswordFile is { } file ? SecretText.FromFile(file) : null;
    string? session;

    /// <summary>The session, or the reply that says why there is none.</summary>
    public async Task<(string? Session, Reply? Trouble)> GetAsync(string? refused, CancellationToken cancellation)
    {
        if (session is { } ready && ready != refused)
            return (ready, null);
        await turn.WaitAsync(cancellation);
        try
        {
            return session is { } renewed && renewed != refused ? (renewed, null) : await LogInAsync(cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    async Task<(string?, Reply?)> LogInAsync(CancellationToken cancellation)
    {
        var writing = DvcqgMap.WriteLogin(options.Value.User ?? "", password?.Reveal() ?? "");
        var address = new Uri(options.Value.Endpoint ?? new Uri("about:blank"), options.Value.LoginPath);
        var answer = await line.SendAsync(new(HttpMethod.Post, address, writing.Bytes ?? default, "application/json; charset=utf-8"), cancellation);
        session = answer.Transport == Transport.Readable ? DvcqgMap.ReadSession(answer.Body) : null;
        // Nothing of the delivery was sent: whatever happened to the login, trying again is harmless.
        return session is null ? (null, Reply.NothingSent("Login") with { RetryAfter = answer.RetryAfter }) : (session, null);
    }
}
