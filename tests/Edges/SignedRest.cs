using LLTP.Hub.Security;
using Xunit;

namespace LLTP.Hub.Tests.Edges;

/// <summary>A hub that demands a JWS of VNeID and of TTHC beside their secrets.</summary>
public sealed class SignedRest : IAsyncLifetime
{
    public RunningHub Hub { get; } = new() { More = Settings };

    public SigningKey Vneid => Hub.KeyOf("vneid");

    public SigningKey Tthc => Hub.KeyOf("tthc");

    public ValueTask InitializeAsync() => Hub.InitializeAsync();

    public ValueTask DisposeAsync() => Hub.DisposeAsync();

    /// <summary>X-JWS-Signature over a request as it leaves; the signature may be made for another path.</summary>
    public (string, string) Signed(SigningKey key, string method, string path, byte[] body, string? idempotencyKey = null)
    {
        var subject = JwsSubject.Request(method, $"{Hub.Doors}{path.Split('?')[0]}", idempotencyKey);
        var signer = new JwsSigner(key, null, TimeSpan.FromMinutes(5));
        return ("X-JWS-Signature", signer.Sign(body, subject, Guid.NewGuid().ToString(), TimeProvider.System.GetUtcNow()));
    }

    static IEnumerable<(string, string)> Settings(string keys)
    {
        foreach (var (section, partner) in (IEnumerable<(string, string)>)[("Vneid", "vneid"), ("Tthc", "tthc")])
        {
            yield return ($"Partners__{section}__Jws__Inbound", "Required");
            yield return ($"Partners__{section}__Jws__CertificateFiles__0",
                DevelopmentKeys.EnsureFiles(keys, partner, TimeProvider.System).Certificate);
        }
    }
}
