using System.Security.Cryptography;
using System.Text.Json;

namespace LLTP.Hub.Security;

/// <summary>
/// Signs bodies of REST messages with a detached JWS (RFC 7515 appendix F): the text header..signature for X-JWS-Signature. The body
/// can be anything, so what is said about the message stands in the protected header: alg, typ, kid (SHA-256 of the certificate,
/// base64url), iat, nbf, exp, jti, and what the signature is for.
/// </summary>
public sealed class JwsSigner
{
    readonly SigningKey key;
    readonly SignatureAlgorithm algorithm;
    readonly TimeSpan lifetime;
    readonly string keyId;

    /// <param name="algorithm">RS256, PS256, ES256 or ES384; null: what the key signs with by itself.</param>
    /// <exception cref="InvalidOperationException">The key is of another kind than the algorithm, or on an unfit curve.</exception>
    public JwsSigner(SigningKey key, SignatureAlgorithm? algorithm, TimeSpan lifetime)
    {
        (this.key, this.lifetime, this.algorithm) = (key, lifetime, algorithm ?? key.Algorithm);
        keyId = KeyIdOf(key.Certificate.RawDataMemory.Span);
        if (this.algorithm.Jws is null || !Fits(this.algorithm, key.Algorithm))
            throw new InvalidOperationException(
                "The key does not fit the JWS algorithm: RSA is for RS256 and PS256, P-256 for ES256, P-384 for ES384.");
    }

    /// <summary>The kid of a certificate: the SHA-256 of its DER bytes in base64url, the same as x5t#S256.</summary>
    public static string KeyIdOf(ReadOnlySpan<byte> certificate) => Base64UrlText.Encode(SHA256.HashData(certificate));

    /// <summary>The value of X-JWS-Signature over exactly these bytes.</summary>
    public string Sign(ReadOnlySpan<byte> body, JwsSubject subject, string id, DateTimeOffset now)
    {
        var header = Base64UrlText.Encode(Header(subject, id, now));
        var value = key.Sign(JwsInput.Hash(header, body, algorithm.Hash), algorithm);
        return $"{header}..{Base64UrlText.Encode(value)}";
    }

    static bool Fits(SignatureAlgorithm wanted, SignatureAlgorithm own) =>
        wanted.Scheme == SignatureScheme.Ecdsa ? wanted == own : own.Scheme != SignatureScheme.Ecdsa;

    byte[] Header(JwsSubject subject, string id, DateTimeOffset now)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            Write(json, ("alg", algorithm.Jws), ("typ", "JOSE"), ("kid", keyId), ("jti", id));
            json.WriteNumber("iat", now.ToUnixTimeSeconds());
            json.WriteNumber("nbf", now.ToUnixTimeSeconds());
            json.WriteNumber("exp", (now + lifetime).ToUnixTimeSeconds());
            Write(json, ("htm", subject.Method), ("htu", subject.Address), ("idk", subject.IdempotencyKey), ("req", subject.Answers));
            json.WriteEndObject();
        }
        return stream.ToArray();
    }

    static void Write(Utf8JsonWriter json, params ReadOnlySpan<(string Name, string? Value)> members)
    {
        foreach (var (name, value) in members)
            if (value is not null) json.WriteString(name, value);
    }
}
