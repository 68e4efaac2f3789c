using System.ComponentModel.DataAnnotations;

namespace LLTP.Hub.Core.Options;

/// <summary>The province that this hub serves, and the unit that issues certificates.</summary>
public sealed class ProvinceOptions
{
    public const string Section = "Province";

    /// <summary>Statistical code without leading zero, such as 38.</summary>
    [Required, RegularExpression("^[0-9]{1,2}$", ErrorMessage = "Province:Code must be one or two digits, as in 38.")]
    public string Code { get; init; } = "";

    [Required]
    public string Name { get; init; } = "";

    /// <summary>Identifier of the unit in dossier numbers, such as H56.14 (QĐ 20/2020/QĐ-TTg).</summary>
    [Required, RegularExpression(@"^[A-Z][0-9]{2}(\.[0-9]{1,3}){0,3}$", ErrorMessage = "Province:UnitId must look like H56.14.")]
    public string UnitId { get; init; } = "";

    [Required]
    public string UnitName { get; init; } = "";

    /// <summary>Code of the administrative procedure, such as 2.000488.000.00.00.H56.</summary>
    [Required]
    public string ProcedureCode { get; init; } = "";

    public string ProcedureName { get; init; } = "Cấp Phiếu lý lịch tư pháp cho công dân Việt Nam, người nước ngoài đang cư trú tại Việt Nam";
}
