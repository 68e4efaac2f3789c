using System.ComponentModel.DataAnnotations;

namespace LLTP.Hub.Adapters.Shared;

/// <summary>A partner that signs: trusted are its pinned certificates, and what its authorities issued to it.</summary>
public abstract class SignedPartnerOptions : PartnerOptions
{
    TrustOptions? signers;

    /// <summary>PEM files of the partner's certificates; two during a rollover.</summary>
    public IReadOnlyList<string> CertificateFiles { get; init; } = [];

    /// <summary>PEM files of authorities: at least one root; intermediates named beside it are the only ones a chain may run through.</summary>
    public IReadOnlyList<string> CaFiles { get; init; } = [];

    /// <summary>Revocation lists of the authorities: files, or addresses that the hub may call. Addresses in certificates are never called.</summary>
    public IReadOnlyList<string> Crl { get; init; } = [];

    /// <summary>What happens while no current list is at hand.</summary>
    public CrlFallback OnCrlUnavailable { get; init; } = CrlFallback.Refuse;

    /// <summary>What must stand in the partner's certificates, as in "O=Bộ Tư pháp"; without it every certificate of the authority is the partner's.</summary>
    public IReadOnlyList<string> SubjectMustContain { get; init; } = [];

    /// <summary>Who signs the partner's messages.</summary>
    public TrustOptions Signers() => signers ??= new()
    {
        CertificateFiles = CertificateFiles, CaFiles = CaFiles, Crl = Crl, OnCrlUnavailable = OnCrlUnavailable, SubjectMustContain = SubjectMustContain,
    };

    public override IEnumerable<(string Section, TrustOptions Trust)> Trusts() => base.Trusts().Append(("", Signers()));

    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var problem in base.Validate(validationContext))
            yield return problem;
        if (Endpoint is not null && Signers().NamesNobody())
            yield return new("CertificateFiles is empty: pin at least one certificate of the partner, or name its authority in CaFiles.", [nameof(CertificateFiles)]);
        foreach (var (name, problem) in Signers().TrustProblems())
            yield return new($"{name}: {problem}", [name]);
    }
}
