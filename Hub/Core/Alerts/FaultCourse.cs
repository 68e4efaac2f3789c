using LLTP.Hub.Core.Store;

namespace LLTP.Hub.Core.Alerts;

/// <summary>Opens a fault when it was bad for a while and closes it when it was good for a while; what flickers in between changes nothing. Pure.</summary>
public static class FaultCourse
{
    /// <summary>The fault after one more look; the same object when nothing changed.</summary>
    public static FaultRow Next(FaultRow fault, Observation seen, DateTimeOffset now, TimeSpan openAfter, TimeSpan closeAfter)
    {
        var isAgainst = fault.IsOpen ? seen.Level == Level.Good : seen.Level == Level.Bad;
        if (!isAgainst)
            return fault.PendingSince is null ? fault : fault with { PendingSince = null };
        var since = fault.PendingSince ?? now.Ms();
        if (now - Clock.Time(since) < (fault.IsOpen ? closeAfter : openAfter))
            return fault.PendingSince is null ? fault with { PendingSince = since } : fault;
        return fault.IsOpen
            ? fault with { IsOpen = false, PendingSince = null, ClosedAt = now.Ms(), Detail = seen.Detail }
            : fault with { IsOpen = true, PendingSince = null, OpenedAt = now.Ms(), ClosedAt = null, Detail = seen.Detail };
    }
}

/// <summary>One fault as the store keeps it; PendingSince is when it began to look the other way. Times are UTC milliseconds.</summary>
public sealed record FaultRow
{
    public string Kind { get; init; } = "";
    public string Subject { get; init; } = "";
    public bool IsOpen { get; init; }
    public long? PendingSince { get; init; }
    public long? OpenedAt { get; init; }
    public long? ClosedAt { get; init; }
    public string Detail { get; init; } = "";
    public long RowVersion { get; init; }
}
