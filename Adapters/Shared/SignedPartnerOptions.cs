using System.ComponentModel.DataAnnotations;

namespace LLTP.Hub.Adapters.Shared;

/// <summary>A partner that signs: its pinned certificates are the only trust.</summary>
public abstract class SignedPartnerOptions : PartnerOptions
{
    /// <summary>PEM files of the partner's certificates; two during a rollover.</summary>
    public IReadOnlyList<string> CertificateFiles { get; init; } = [];

    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var problem in base.Validate(validationContext))
            yield return problem;
        if (Endpoint is not null && CertificateFiles.Count == 0)
            yield return new("CertificateFiles is empty: pin at least one certificate of the partner.", [nameof(CertificateFiles)]);
        foreach (var missing in CertificateFiles.Where(file => !File.Exists(file)))
            yield return new($"CertificateFiles: there is no file '{missing}'.", [nameof(CertificateFiles)]);
    }
}
