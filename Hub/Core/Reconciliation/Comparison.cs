using LLTP.Hub.Core.Partners;

namespace LLTP.Hub.Core.Reconciliation;

/// <summary>How a difference is explained.</summary>
public enum DifferenceClass
{
    /// <summary>A message is on its way to the partner.</summary>
    InTransit,

    /// <summary>The partner said no to a message, and people have that already.</summary>
    Refused,

    /// <summary>The partner acknowledged it and does not have it.</summary>
    MissingThere,

    /// <summary>The partner has or has decided what the hub never heard of.</summary>
    MissingHere,

    /// <summary>Both have it, not alike.</summary>
    ContentDiffers,
}

/// <summary>What the hub believes that a partner holds, from acknowledged displays and deliveries.</summary>
/// <param name="Expected">The partner has acknowledged something of it.</param>
public sealed record Belief(
    string Dossier, string Reference, bool Expected, IReadOnlyDictionary<string, string> Fields, bool InTransit, bool Refused);

/// <summary>One difference between the hub and a partner; no personal data.</summary>
public sealed record Difference(string Dossier, string Reference, DifferenceClass Class, string Field, string? Ours, string? Theirs)
{
    /// <summary>Nothing explains it: a person has to look.</summary>
    public bool IsForPeople => Class is not (DifferenceClass.InTransit or DifferenceClass.Refused);
}

/// <summary>What the hub believes against what the partner says. Pure.</summary>
public static class Comparison
{
    /// <summary>Names the dossier or request as a whole.</summary>
    public const string Whole = "dossier";

    /// <summary>The first difference; null when there is none.</summary>
    public static Difference? Of(Belief? ours, Holding? theirs) => (ours, theirs) switch
    {
        (null or { Expected: false }, null) => null,
        (null, { } extra) => new(extra.Dossier, extra.Reference, DifferenceClass.MissingHere, Whole, null, null),
        ({ } lost, null) => new(lost.Dossier, lost.Reference, Explain(lost, DifferenceClass.MissingThere), Whole, null, null),
        ({ Expected: false } early, _) => new(early.Dossier, early.Reference, Explain(early, DifferenceClass.MissingHere), Whole, null, null),
        ({ } both, { } held) => held.Fields.Where(field => Differs(both, field.Key, field.Value))
            .Select(field => Of(both, field.Key, field.Value)).FirstOrDefault(),
    };

    static bool Differs(Belief ours, string field, string value) => ours.Fields.TryGetValue(field, out var believed) && believed != value;

    static Difference Of(Belief ours, string field, string theirs)
    {
        var believed = ours.Fields[field];
        var plain = field is not (HeldField.Issued or HeldField.Answered) ? DifferenceClass.ContentDiffers
            : theirs == HeldField.Yes ? DifferenceClass.MissingHere : DifferenceClass.MissingThere;
        // What the partner decides itself is never explained by what is on its way to it.
        return new(ours.Dossier, ours.Reference, plain == DifferenceClass.MissingHere ? plain : Explain(ours, plain), field, believed, theirs);
    }

    static DifferenceClass Explain(Belief ours, DifferenceClass plain) =>
        ours.InTransit ? DifferenceClass.InTransit : ours.Refused ? DifferenceClass.Refused : plain;
}
