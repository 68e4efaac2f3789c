using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Lgsp;

/// <summary>A dossier as the software behind the LGSP holds it; touched only under the desk's gate.</summary>
sealed class LgspDossier(DossierCase @case, string formType)
{
    public DossierCase Case { get; } = @case;

    public string FormType { get; } = formType;

    /// <summary>State as the software tells it: 4 in process, 5 supplement asked, 9 issued.</summary>
    public int State { get; set; } = 4;

    public object? Result { get; set; }
}
