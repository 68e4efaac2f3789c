using System.ComponentModel.DataAnnotations;
using LLTP.Hub.Adapters.Shared;

namespace LLTP.Hub.Adapters.Tthc;

/// <summary>How a TTHC system speaks.</summary>
public enum TthcContract
{
    /// <summary>The hub's own contract: tthc-partner-v1 there, /api/tthc/v1 here.</summary>
    Own,

    /// <summary>That of the systems of today: the hub stands in VNeID's place and in the ministry's.</summary>
    Existing,
}

/// <summary>One of the province's administrative-procedure systems.</summary>
public sealed class TthcOptions : RestPartnerOptions
{
    public const string Section = "Partners:Tthc";

    public TthcContract Contract { get; init; } = TthcContract.Own;

    /// <summary>File with the bearer secret that TTHC, or the adapter before it, shows at the hub's doors.</summary>
    public string? InboundSecretFile { get; init; }

    /// <summary>File with the bearer secret that the hub shows at TTHC (contract Own).</summary>
    public string? OutboundSecretFile { get; init; }

    /// <summary>File with the code that TTHC expects of VNeID (contract Existing).</summary>
    public string? CodeGetFile { get; init; }

    /// <summary>File with the authKey that TTHC puts into its messages to the ministry (contract Existing).</summary>
    public string? AuthKeyFile { get; init; }

    /// <summary>The path that TTHC has before those of VNeID and the ministry, in its BaseUrl (contract Existing).</summary>
    [Required, RegularExpression("^/(.*/)?$", ErrorMessage = "Prefix must begin and end with a slash, as in /api/tthc-existing/.")]
    public string Prefix { get; init; } = "/api/tthc-existing/";

    /// <summary>Paths at TTHC, below the endpoint.</summary>
    [Required]
    public string NumberPath { get; init; } = "api/v1/hosos/LLTP/LayMaHoSo";

    [Required]
    public string SubmitPath { get; init; } = "api/v1/hosos/LLTP/TaoHoSo";

    /// <summary>Paths at the hub, below the prefix: VNeID's (traKetQuaHoSoLLTP), the ministry's for dossiers and for results.</summary>
    [Required]
    public string StatusPath { get; init; } = "v2/lyLichTuPhap/traKetQuaHoSoLLTP";

    [Required]
    public string SendPath { get; init; } = "NhanHoSoLLTP";

    [Required]
    public string PollPath { get; init; } = "TraKetQuaLLTP";

    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => base.Validate(validationContext)
        .Concat(Endpoint is null ? [] : MayBeMissing(nameof(InboundSecretFile), InboundSecretFile))
        .Concat(Endpoint is null ? [] : Contract == TthcContract.Own
            ? MustExist(nameof(OutboundSecretFile), OutboundSecretFile)
            : MustExist(nameof(CodeGetFile), CodeGetFile).Concat(MustExist(nameof(AuthKeyFile), AuthKeyFile)));
}
