namespace LLTP.Hub.Core.Partners;

/// <summary>What a partner's answer says about one delivery.</summary>
public enum Presence
{
    /// <summary>Silence, trouble, or an answer in which this delivery does not show.</summary>
    CannotSay,
    Arrived,
    NotArrived,
}

/// <summary>Answer to the question whether a delivery arrived; the reply tells how far the question got and keeps the proof.</summary>
public sealed record Asked(Presence Presence, Reply Reply);
