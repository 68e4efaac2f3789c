using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Store;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>Of several TTHC systems the one that holds a dossier.</summary>
static class TthcHolder
{
    public static string Of(DossierRow row, string partner) => partner == Partner.Tthc ? row.Tthc : partner;
}
