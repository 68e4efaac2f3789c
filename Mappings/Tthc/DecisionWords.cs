using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Mappings.Tthc;

/// <summary>The four kinds of decisions in the words of the contracts with a TTHC system.</summary>
static class DecisionWords
{
    static readonly Dictionary<string, DecisionKind> Kinds = new(StringComparer.Ordinal)
    {
        ["supplement"] = DecisionKind.Supplement,
        ["correction"] = DecisionKind.Correction,
        ["revocation"] = DecisionKind.Revocation,
        ["cancellation"] = DecisionKind.Cancellation,
    };

    public static string Of(DecisionKind kind) => Kinds.Single(pair => pair.Value == kind).Key;

    public static DecisionKind Kind(string text, Notes notes)
    {
        if (Kinds.TryGetValue(text, out var kind))
            return kind;
        notes.Refuse(MappingFailureCode.BadValue, "kind");
        return default;
    }
}
