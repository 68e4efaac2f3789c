using System.ComponentModel.DataAnnotations;

namespace LLTP.Hub.Adapters.Shared;

/// <summary>Where a partner is reached; each adapter adds its own. Without an endpoint the partner is not configured.</summary>
public abstract class PartnerOptions : IValidatableObject
{
    /// <summary>Base address, with a slash at the end.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Plain HTTP is for simulators on this machine; a real partner has to be switched to it by name.</summary>
    public bool AllowPlainHttp { get; init; }

    /// <summary>Mutual TLS in both directions.</summary>
    public TlsOptions Tls { get; init; } = new();

    /// <summary>The gateway of the national platforms through which this partner is called.</summary>
    public ForwardOptions Forward { get; init; } = new();

    /// <summary>The access token that the partner or its gateway asks for.</summary>
    public TokenOptions Token { get; init; } = new();

    /// <summary>Names of the gateways through which alone this partner speaks; empty: any line may.</summary>
    public IReadOnlyList<string> Gateways { get; init; } = [];

    /// <summary>Everybody whose certificates count somewhere for this partner, by the section that names them; empty: the partner's own.</summary>
    public virtual IEnumerable<(string Section, TrustOptions Trust)> Trusts() => [("Tls", Tls.Clients())];

    /// <summary>What is allowed and yet worth a word to whoever installs the hub.</summary>
    public virtual IEnumerable<string> Warnings => [];

    public virtual IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var problem in Tls.Validate().Concat(Forward.Problems(AllowPlainHttp)).Concat(Token.Problems(AllowPlainHttp)))
            yield return problem;
        if (Endpoint is { IsAbsoluteUri: false })
            yield return new($"Endpoint '{Endpoint}' is not an absolute address, as in https://lltp.example.vn/.", [nameof(Endpoint)]);
        else if (Endpoint is { Scheme: not ("http" or "https") })
            yield return new($"Endpoint '{Endpoint}' must be http or https.", [nameof(Endpoint)]);
        else if (Endpoint is { Scheme: "http", IsLoopback: false } && !AllowPlainHttp)
            yield return new($"Endpoint '{Endpoint}' is plain HTTP. Use https, or set AllowPlainHttp.", [nameof(Endpoint)]);
        else if (Endpoint is { } endpoint && !endpoint.AbsolutePath.EndsWith('/'))
            yield return new($"Endpoint '{Endpoint}' must end with a slash.", [nameof(Endpoint)]);
    }

    protected static IEnumerable<ValidationResult> MustExist(string name, string? file)
    {
        if (file is null)
            yield return new($"{name} is missing: name the file that holds the secret.", [name]);
        else if (!File.Exists(file))
            yield return new($"{name}: there is no file '{file}'.", [name]);
    }
}
