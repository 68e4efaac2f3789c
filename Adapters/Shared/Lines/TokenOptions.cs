using System.ComponentModel.DataAnnotations;

namespace LLTP.Hub.Adapters.Shared;

/// <summary>What a line shows beside certificates and signatures (domain §3.5).</summary>
public enum TokenKind
{
    None,

    /// <summary>OAuth2 client credentials: key and secret as Basic, the token as Bearer.</summary>
    ClientCredentials,

    /// <summary>The header lgspaccesstoken of provincial platforms on the token call, the token as Bearer.</summary>
    LgspAccessToken,

    /// <summary>A Bearer token that was handed out by hand.</summary>
    Bearer,
}

/// <summary>The access token of one line; bound from Partners:{Name}:Token.</summary>
public sealed class TokenOptions
{
    public TokenKind Kind { get; init; }

    /// <summary>Where tokens are got.</summary>
    public Uri? Address { get; init; }

    /// <summary>Client id, or AccessKey.</summary>
    public string? Key { get; init; }

    /// <summary>File of the client secret, of SecretKey, or of the Bearer token itself.</summary>
    public string? SecretFile { get; init; }

    public string? AppName { get; init; }

    public string? PartnerCode { get; init; }

    public string? PartnerCodeCus { get; init; }

    public IEnumerable<ValidationResult> Problems(bool allowPlainHttp)
    {
        if (Kind == TokenKind.None)
            yield break;
        if (SecretFile is null || !File.Exists(SecretFile))
            yield return new($"Token:SecretFile: there is no file '{SecretFile}'.", ["Token:SecretFile"]);
        if (Kind == TokenKind.Bearer)
            yield break;
        if (string.IsNullOrWhiteSpace(Key))
            yield return new("Token:Key is missing: the client id, or the AccessKey.", ["Token:Key"]);
        if (Address is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
            yield return new("Token:Address is missing: the absolute address where tokens are got.", ["Token:Address"]);
        else if (Address is { Scheme: "http", IsLoopback: false } && !allowPlainHttp)
            yield return new($"Token:Address '{Address}' is plain HTTP. Use https, or set AllowPlainHttp.", ["Token:Address"]);
    }
}
