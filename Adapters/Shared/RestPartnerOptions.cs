using System.ComponentModel.DataAnnotations;

namespace LLTP.Hub.Adapters.Shared;

/// <summary>A partner on REST: its messages and ours may carry a detached JWS.</summary>
public abstract class RestPartnerOptions : PartnerOptions
{
    public JwsOptions Jws { get; init; } = new();

    /// <summary>The doors have something beside a shared secret that tells the partner from others.</summary>
    protected bool HasStrongProof => Jws.Inbound == JwsPolicy.Required || Tls.Required;

    public override IEnumerable<(string Section, TrustOptions Trust)> Trusts() => base.Trusts().Append((nameof(Jws), Jws));

    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        base.Validate(validationContext).Concat(Jws.Validate());

    /// <summary>The file of a secret that may be left out where a signature, a client certificate or a gateway tells who speaks.</summary>
    protected IEnumerable<ValidationResult> MayBeMissing(string name, string? file) =>
        file is null && (HasStrongProof || Gateways.Count > 0) ? [] : MustExist(name, file);
}
