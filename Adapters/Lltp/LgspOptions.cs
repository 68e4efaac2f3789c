using System.ComponentModel.DataAnnotations;
using LLTP.Hub.Adapters.Shared;

namespace LLTP.Hub.Adapters.Lltp;

/// <summary>The shared LLTP software, contract lltp-lgsp: DataLGSP out, results by asking.</summary>
public sealed class LgspOptions : RestPartnerOptions
{
    /// <summary>The value of Partners:Lltp:Contract that chooses this contract.</summary>
    public const string Contract = "lltp-lgsp";

    /// <summary>File of authKey, the secret that the contract carries in the body.</summary>
    public string? AuthKeyFile { get; init; }

    /// <summary>Where dossiers are sent (UrlAPIDVC_BTP).</summary>
    [Required]
    public string SendPath { get; init; } = "NhanHoSoLLTP";

    /// <summary>Where results are asked for (UrlNhanTrangThai).</summary>
    [Required]
    public string PollPath { get; init; } = "TraKetQuaLLTP";

    public CertificateOptions Certificate { get; init; } = new();

    public override IEnumerable<(string Section, TrustOptions Trust)> Trusts() => base.Trusts().Append((nameof(Certificate), Certificate));

    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => base.Validate(validationContext)
        .Concat(Certificate.Problems().Select(problem => new ValidationResult($"Certificate:{problem}", [nameof(Certificate)])))
        .Concat(Endpoint is null ? [] : MustExist(nameof(AuthKeyFile), AuthKeyFile))
        .Concat(Jws.Inbound == JwsPolicy.Off ? [] : [new("Jws:Inbound: with lltp-lgsp the software has no door at this hub.", ["Jws:Inbound"])]);
}
