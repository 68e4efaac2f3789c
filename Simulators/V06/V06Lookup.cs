using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.V06;

/// <summary>A request to look a person up, as the records department holds it.</summary>
sealed class V06Lookup(DossierCase @case, string code, int print)
{
    volatile string status = V06Names.Working;

    public DossierCase Case { get; } = @case;

    /// <summary>MaYeuCau.</summary>
    public string Code { get; } = code;

    /// <summary>Tells whether a repeat carries the same content.</summary>
    public int Print { get; } = print;

    /// <summary>DangXuLy, DaTraLoi or DaHuy.</summary>
    public string Status
    {
        get => status;
        set => status = value;
    }
}
