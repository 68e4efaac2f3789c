using System.ComponentModel.DataAnnotations;
using LLTP.Hub.Adapters.Shared;
using LLTP.Hub.Security;

namespace LLTP.Hub.Adapters.Lltp;

/// <summary>The shared LLTP software, contract lltp-soap.</summary>
public sealed class LltpOptions : SignedPartnerOptions
{
    public const string Section = "Partners:Lltp";

    [Required]
    public string Path { get; init; } = "soap/lltp-software";

    /// <summary>Identifier of the unit at the ministry (idMinistryJustice).</summary>
    [Required]
    public string MinistryUnit { get; init; } = "41";

    /// <summary>What the software has to sign in its messages; published at /soap/lltp?policy.</summary>
    [EnumDataType(typeof(MustSign), ErrorMessage = "MustSign is none of BodyTimestampAddressing, BodyAndTimestamp and BodyOnly.")]
    public MustSign MustSign { get; init; } = MustSign.BodyTimestampAddressing;

    public CertificateOptions Certificate { get; init; } = new();

    public override IEnumerable<(string Section, TrustOptions Trust)> Trusts() => base.Trusts().Append((nameof(Certificate), Certificate));

    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        base.Validate(validationContext).Concat(Certificate.Problems().Select(problem => new ValidationResult($"Certificate:{problem}", [nameof(Certificate)])));
}
