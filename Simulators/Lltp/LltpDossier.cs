using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Lltp;

/// <summary>A dossier as the shared software holds it; touched only under the gate of the register.</summary>
sealed class LltpDossier(DossierCase @case, string id)
{
    public DossierCase Case { get; } = @case;

    public string Number => Case.Number;

    /// <summary>The id that the first reception was answered with.</summary>
    public string Id { get; } = id;

    public int Version { get; set; } = 1;

    public int FormType { get; set; }

    public bool BanAsked { get; set; }

    public string IdentifyNo { get; set; } = "";

    public bool Paused { get; set; }

    /// <summary>3, 7 or 8 once the hub has closed the dossier.</summary>
    public int? Closed { get; set; }

    /// <summary>Codes of all look-ups that were asked for, the newest last.</summary>
    public List<string> Lookups { get; } = [];

    /// <summary>Number of the last answer to the newest look-up, 0 before the first.</summary>
    public int LastAnswer { get; set; }

    /// <summary>Per look-up the number of the last answer taken.</summary>
    public Dictionary<string, int> Answers { get; } = new(StringComparer.Ordinal);

    /// <summary>KhongCo or Co once the newest look-up is answered for good.</summary>
    public string? Result { get; set; }

    public bool Issued { get; set; }

    /// <summary>Numbers of the decisions that the hub brought.</summary>
    public List<string> Decisions { get; } = [];

    public string? IssuedOn { get; set; }

    public bool MayIssue => Closed is null && !Paused && !Issued && Result is not null;

    public (int Id, string Name) Status =>
        Issued ? (5, "Đã có phiếu")
        : Lookups.Count > 0 || Result is not null ? (4, "Đang xử lý")
        : (3, "Cơ quan cấp Phiếu đã tiếp nhận");
}
