using System.Globalization;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;

namespace LLTP.Hub.Core.Reconciliation;

/// <summary>Acknowledgements of a partner in the words that are compared. Pure.</summary>
public static class Beliefs
{
    public static Belief Of(string partner, BeliefRow row)
    {
        var expected = partner == Partner.Dvcqg ? row.Shown > 0 : row.Held > 0;
        return new(row.Number, "", expected, Fields(partner, row), row.Moving > 0, row.Parked > 0);
    }

    public static Belief Of(LookupBeliefRow row) => new(
        row.Dossier, row.Request, row.State == DeliveryState.Delivered,
        new Dictionary<string, string> { [HeldField.Answered] = HeldField.No, [HeldField.Cancelled] = HeldField.No },
        row.State is DeliveryState.Waiting or DeliveryState.InFlight or DeliveryState.OutcomeUnknown, row.State == DeliveryState.Parked);

    static Dictionary<string, string> Fields(string partner, BeliefRow row)
    {
        var fields = new Dictionary<string, string>();
        if (partner != Partner.Lltp)
            fields[HeldField.State] = Text(row.Shown);
        if (partner != Partner.Dvcqg)
            fields[HeldField.Version] = Text(row.Held);
        if (Partner.RoleOf(partner) == Partner.Tthc)
            fields[HeldField.Certificate] = row.Certificates > 0 ? row.CertificateNo : "";
        if (partner == Partner.Lltp)
            (fields[HeldField.Issued], fields[HeldField.Stopped]) = (HeldField.Of(row.CertificateNo.Length > 0), Text(row.Stopped));
        return fields;
    }

    static string Text(int whole) => whole.ToString(CultureInfo.InvariantCulture);
}
