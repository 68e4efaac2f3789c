namespace LLTP.Hub.Core.Rules;

/// <summary>What a rule does when a message is against it.</summary>
public enum RuleEffect
{
    Off,

    /// <summary>The message is taken; an officer is told.</summary>
    Warn,
    Refuse,
}

/// <summary>What a rule looks at.</summary>
public enum RuleSubject
{
    Application,
    Certificate,
}

/// <summary>Who sees to a rule, and so where its switch is.</summary>
public enum RuleEnforcer
{
    /// <summary>The predicates beside the table; switch Rules:CODE.</summary>
    Rules,

    /// <summary>The reading of the message, which cannot do without it: no switch.</summary>
    Reading,

    /// <summary>The check of signatures; switch Partners:Lltp:Certificate:Signature.</summary>
    Signature,
}

/// <summary>A rule of law or contract: from when to when it holds, what it does, and its words for the clerk.</summary>
/// <param name="Value">The number that the rule depends on, where it has one.</param>
public sealed record Rule(
    string Code, RuleSubject At, RuleEffect Effect, RuleEnforcer By, string Vietnamese, string English, string Source, bool Confirmed,
    DateOnly? From = null, DateOnly? To = null, int? Value = null)
{
    public bool HoldsOn(DateOnly day) => (From is null || From <= day) && (To is null || day <= To);

    /// <summary>Name of the configuration value that switches the rule; null where it cannot be switched.</summary>
    public string? Switch => By switch
    {
        RuleEnforcer.Rules => $"Rules:{Code}",
        RuleEnforcer.Signature => "Partners:Lltp:Certificate:Signature",
        _ => null,
    };
}
