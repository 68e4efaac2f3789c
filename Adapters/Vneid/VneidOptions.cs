using System.ComponentModel.DataAnnotations;
using LLTP.Hub.Adapters.Shared;
using LLTP.Hub.Mappings.Vneid;

namespace LLTP.Hub.Adapters.Vneid;

/// <summary>How VNeID reaches the hub and the hub reaches VNeID.</summary>
public sealed class VneidOptions : RestPartnerOptions
{
    public const string Section = "Partners:Vneid";

    /// <summary>Path before LLTP/TaoHoSo; provinces have different ones.</summary>
    [Required, RegularExpression("^/(.*/)?$", ErrorMessage = "Prefix must begin and end with a slash, as in /api/v1/hosos/.")]
    public string Prefix { get; init; } = "/api/v1/hosos/";

    /// <summary>File with the code that VNeID puts into the query. No default: without it nobody gets in who is not proved by something stronger.</summary>
    public string? CodeGetFile { get; init; }

    /// <summary>Path of the status call below the endpoint.</summary>
    [Required]
    public string StatusPath { get; init; } = "v2/lyLichTuPhap/traKetQuaHoSoLLTP";

    /// <summary>What the message of state 10 carries.</summary>
    public ResultDetail ResultWith10 { get; init; } = ResultDetail.Full;

    /// <summary>Values of trangThaiGD that mean paid; empty: not judged.</summary>
    public IReadOnlyList<int> PaidCodes { get; init; } = [];

    /// <summary>The types under which decisions about issued certificates are told.</summary>
    public VneidDecisionTypes DecisionTypes { get; init; } = new();

    public override IEnumerable<string> Warnings => [.. CodeGetWarning, .. Endpoint is null ? [] : DecisionTypes.Warnings];

    IEnumerable<string> CodeGetWarning => CodeGetFile is null || HasStrongProof
        ? []
        : ["Vneid:CodeGetFile: mã CodeGet là bằng chứng duy nhất của VNeID; nên đặt Jws:Inbound=Required hoặc Tls:Required "
            + "/ the CodeGet is the only proof that VNeID speaks; set Jws:Inbound to Required or Tls:Required beside it."];

    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => base.Validate(validationContext)
        .Concat(Endpoint is null && CodeGetFile is null ? [] : MayBeMissing(nameof(CodeGetFile), CodeGetFile));
}
