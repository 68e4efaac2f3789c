namespace LLTP.Hub.Mappings.Canonical;

/// <summary>Something that an official did at a moment.</summary>
public abstract record Act(Officer Officer, DateTimeOffset At) : Content
{
    /// <summary>The reason or request to show to the citizen, where the act has one.</summary>
    public virtual string? Reason => null;
}
