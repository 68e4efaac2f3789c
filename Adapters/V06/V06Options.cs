using System.ComponentModel.DataAnnotations;
using LLTP.Hub.Adapters.Shared;

namespace LLTP.Hub.Adapters.V06;

/// <summary>The police records department.</summary>
public sealed class V06Options : SignedPartnerOptions
{
    public const string Section = "Partners:V06";

    [Required]
    public string Path { get; init; } = "v06/yeu-cau";

    /// <summary>Documents of V06 count only with a signature of level XAdES-B-B; a plain one counts too where this is switched off.</summary>
    public bool RequireXades { get; init; } = true;
}
