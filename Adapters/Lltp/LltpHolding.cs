using System.Globalization;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Mappings.Lltp;

namespace LLTP.Hub.Adapters.Lltp;

/// <summary>What the LLTP software says it holds, in the words that are compared.</summary>
public static class LltpHolding
{
    const int CertificateIssued = 5;

    public static Held Of(string dossier, LltpStatus? said) => said switch
    {
        { Status: "0", StateId: { } state } => Held.As(new(dossier, "", Fields(state, said.Held))),
        not null when LltpPresence.IsMissing(said) => Held.Absent,
        _ => Held.Silent,
    };

    public static Holding Of(LltpChange change) => new(change.Number, "", Fields(change.StateId, null)) { Mark = change.Id };

    static Dictionary<string, string> Fields(int state, LltpHeld? held)
    {
        var fields = new Dictionary<string, string> { [HeldField.Issued] = HeldField.Of(state == CertificateIssued) };
        if (held is not null)
        {
            fields[HeldField.Version] = held.Version.ToString(CultureInfo.InvariantCulture);
            fields[HeldField.Stopped] = (held.Closed ?? 0).ToString(CultureInfo.InvariantCulture);
        }
        return fields;
    }
}
