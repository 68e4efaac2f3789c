using System.Globalization;
using LLTP.Hub.Adapters.Shared;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Mappings.Tthc;

namespace LLTP.Hub.Adapters.Tthc;

/// <summary>What the TTHC system says it holds, in the words that are compared.</summary>
public static class TthcHolding
{
    public static Held Of(string dossier, PartnerAnswer answer) => answer.Status switch
    {
        200 when TthcMap.ReadHeld(answer.Body) is { } held && held.Number == dossier => Held.As(Of(held)),
        404 when TthcMap.ReadReply(answer.Body) is { Code: not null } => Held.Absent,
        _ => Held.Silent,
    };

    /// <summary>One page of changed dossiers; null when the system did not say.</summary>
    public static HoldingPage? Page(PartnerAnswer answer) => answer.Status == 200 && TthcMap.ReadChanged(answer.Body) is { } changed
        ? new([.. changed.Dossiers.Select(Of)], changed.After)
        : null;

    static Holding Of(HeldDossier held)
    {
        var fields = new Dictionary<string, string> { [HeldField.Version] = held.Version.ToString(CultureInfo.InvariantCulture) };
        if (held.States is [.., var last])
            fields[HeldField.State] = last.State.ToString(CultureInfo.InvariantCulture);
        if (held.Certificates is { } certificates)
            fields[HeldField.Certificate] = certificates is [.., var newest] ? newest : "";
        return new(held.Number, "", fields);
    }
}

/// <summary>A page of what changed; After asks for the next one, null when there is none.</summary>
public sealed record HoldingPage(IReadOnlyList<Holding> Holdings, string? After);
