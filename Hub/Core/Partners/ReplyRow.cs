using System.Text;

namespace LLTP.Hub.Core.Partners;

public enum ReplyCondition
{
    Always,

    /// <summary>An earlier attempt of this delivery may have arrived.</summary>
    Repeat,

    /// <summary>The display has acknowledged this or a later state already.</summary>
    NotAhead,

    /// <summary>The delivery carries a newer version of a dossier that the partner already has.</summary>
    NewVersion,
}

/// <summary>One row of the reply table; empty fields match everything, the first matching row decides.</summary>
/// <param name="Text">Contained in the partner's text after normalisation (NFC, lower case, single blanks).</param>
/// <param name="Hint">What the next attempt of the same delivery does differently, such as "update".</param>
public sealed record ReplyRow(
    string Partner, ReplyClass Class, string? Kind = null, int? Status = null, string? Code = null, string? Text = null,
    ReplyCondition Condition = ReplyCondition.Always, string? Hint = null)
{
    public bool Matches(string partner, string kind, Reply reply, ReplyFacts facts) =>
        Partner == Partners.Partner.RoleOf(partner)
        && (Kind is null || Kind == kind)
        && (Status is null || Status == reply.Status)
        && (Code is null || Code == reply.Code)
        && (Text is null || Normalise(reply.Text).Contains(Normalise(Text), StringComparison.Ordinal))
        && facts.Meets(Condition);

    public static string Normalise(string? text) => string.Join(
        ' ', (text ?? "").Normalize(NormalizationForm.FormC).ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>What the hub knows of the delivery when it judges the reply.</summary>
public sealed record ReplyFacts(bool Repeat, bool NotAhead, bool NewVersion)
{
    public bool Meets(ReplyCondition condition) => condition switch
    {
        ReplyCondition.Always => true,
        ReplyCondition.Repeat => Repeat,
        ReplyCondition.NotAhead => NotAhead,
        _ => NewVersion,
    };
}
