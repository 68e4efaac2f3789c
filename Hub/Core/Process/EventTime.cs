namespace LLTP.Hub.Core.Process;

/// <summary>Which clock counts: the partner's, unless it runs behind the dossier or more than five minutes ahead of the hub.</summary>
public static class EventTime
{
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    public static DateTimeOffset Of(DateTimeOffset? partner, DateTimeOffset? previous, DateTimeOffset now)
    {
        if (partner is { } said && said <= now + Tolerance && (previous is null || said >= previous))
            return said;
        return previous > now ? previous.Value : now;
    }

    /// <summary>
    /// A second of its own after the previous event: the national portal knows a progress line by its second and state, and would take
    /// a decision in the same second as the hand-over for the same line.
    /// </summary>
    public static DateTimeOffset InOwnSecond(DateTimeOffset at, DateTimeOffset previous)
    {
        var after = previous.AddTicks(-(previous.Ticks % TimeSpan.TicksPerSecond)).AddSeconds(1);
        return at < after ? after : at;
    }
}
