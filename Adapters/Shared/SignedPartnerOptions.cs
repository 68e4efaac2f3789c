using System.ComponentModel.DataAnnotations;
using LLTP.Hub.Security;

namespace LLTP.Hub.Adapters.Shared;

/// <summary>A partner that signs: trusted are its pinned certificates, and what its authorities issued to it.</summary>
public abstract class SignedPartnerOptions : PartnerOptions
{
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

    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var problem in base.Validate(validationContext))
            yield return problem;
        if (Endpoint is not null && CertificateFiles.Count + CaFiles.Count == 0)
            yield return new("CertificateFiles is empty: pin at least one certificate of the partner, or name its authority in CaFiles.", [nameof(CertificateFiles)]);
        foreach (var problem in CertificateFiles.Select(CertificateFile.Problem).OfType<string>())
            yield return new($"CertificateFiles: {problem}", [nameof(CertificateFiles)]);
        foreach (var problem in AuthorityProblems().Concat(CrlProblems()))
            yield return problem;
        foreach (var text in SubjectMustContain.Where(text => SubjectRule.Read(text) is null))
            yield return new($"SubjectMustContain: '{text}' must be as O=Bộ Tư pháp, CN=LLTP* or certificate=0A1B.", [nameof(SubjectMustContain)]);
    }

    IEnumerable<ValidationResult> AuthorityProblems()
    {
        var problems = CaFiles.Select(CertificateFile.Problem).OfType<string>().ToList();
        foreach (var problem in problems)
            yield return new($"CaFiles: {problem}", [nameof(CaFiles)]);
        if (problems.Count == 0 && CaFiles.Count > 0 && Authorities.Problem(CertificateFile.ReadAll(CaFiles)) is { } unfit)
            yield return new($"CaFiles: {unfit}", [nameof(CaFiles)]);
    }

    IEnumerable<ValidationResult> CrlProblems()
    {
        if (Crl.Count > 0 && CaFiles.Count == 0)
            yield return new("Crl is of no use without CaFiles: a pinned certificate is ended by taking its file away.", [nameof(Crl)]);
        if (Crl.Count == 0 && CaFiles.Count > 0 && OnCrlUnavailable == CrlFallback.Refuse)
            yield return new("Crl is empty, so every certificate of CaFiles would be refused: name the lists, or set OnCrlUnavailable to Accept.", [nameof(Crl)]);
        foreach (var source in Crl.Where(source => !RevocationFetch.IsAddress(source) && !File.Exists(source)))
            yield return new($"Crl: '{source}' is neither an http address nor a file.", [nameof(Crl)]);
    }
}

/// <summary>Whether a certificate counts while it cannot be known whether it was revoked.</summary>
public enum CrlFallback { Refuse, Accept }
