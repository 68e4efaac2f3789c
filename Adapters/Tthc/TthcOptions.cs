using System.ComponentModel.DataAnnotations;
using LLTP.Hub.Adapters.Shared;

namespace LLTP.Hub.Adapters.Tthc;

/// <summary>The province's administrative-procedure system.</summary>
public sealed class TthcOptions : RestPartnerOptions
{
    public const string Section = "Partners:Tthc";

    /// <summary>File with the bearer secret that TTHC shows at the hub's doors.</summary>
    public string? InboundSecretFile { get; init; }

    /// <summary>File with the bearer secret that the hub shows at TTHC.</summary>
    public string? OutboundSecretFile { get; init; }

    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => base.Validate(validationContext)
        .Concat(Endpoint is null ? [] : MayBeMissing(nameof(InboundSecretFile), InboundSecretFile))
        .Concat(Endpoint is null ? [] : MustExist(nameof(OutboundSecretFile), OutboundSecretFile));
}
