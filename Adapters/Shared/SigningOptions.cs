using System.ComponentModel.DataAnnotations;
using LLTP.Hub.Security;

namespace LLTP.Hub.Adapters.Shared;

/// <summary>The hub's own keys by purpose; SOAP, XML and JWS fall back to Default, and that to hub.pem and hub.key.pem in the keys folder.</summary>
public sealed class SigningOptions : IValidatableObject
{
    public const string Section = "Signing";

    public KeyPlace? Default { get; init; }
    public KeyPlace? Soap { get; init; }
    public KeyPlace? Xml { get; init; }
    public KeyPlace? Jws { get; init; }

    /// <summary>Shown to partners that ask for a client certificate; none unless it is named here.</summary>
    public KeyPlace? TlsClient { get; init; }

    /// <summary>The hub's own address over TLS; none unless it is named here, because a proxy may end TLS.</summary>
    public KeyPlace? TlsServer { get; init; }

    /// <summary>The configured place of a purpose, own or default; null where there is none.</summary>
    public KeyPlace? Of(KeyPurpose purpose) => purpose switch
    {
        KeyPurpose.Soap => Soap ?? Default,
        KeyPurpose.Xml => Xml ?? Default,
        KeyPurpose.Jws => Jws ?? Default,
        KeyPurpose.TlsClient => TlsClient,
        _ => TlsServer,
    };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        from section in Sections
        where section.Value is not null
        from problem in KeyPlaceCheck.Problems($"{Section}:{section.Key}", section.Value)
        select new ValidationResult(problem, [section.Key]);

    Dictionary<string, KeyPlace?> Sections => new()
    {
        [nameof(Default)] = Default, [nameof(Soap)] = Soap, [nameof(Xml)] = Xml, [nameof(Jws)] = Jws,
        [nameof(TlsClient)] = TlsClient, [nameof(TlsServer)] = TlsServer,
    };
}
