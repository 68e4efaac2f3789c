namespace LLTP.Hub.Core.Store;

/// <summary>States of a partner's breaker.</summary>
public static class BreakerState
{
    public const string Closed = "Closed";
    public const string Open = "Open";
    public const string HalfOpen = "HalfOpen";
}

/// <summary>The one row per partner that says whether anything may be sent. Times are UTC milliseconds.</summary>
public sealed record BreakerRow
{
    public string Partner { get; init; } = "";
    public string State { get; init; } = BreakerState.Closed;

    /// <summary>Failures of the transport in a row while closed.</summary>
    public int Failures { get; init; }

    /// <summary>Looks in vain since it was closed.</summary>
    public int Breaks { get; init; }

    /// <summary>Open: when one request may look; half-open: when that look is nobody's any more.</summary>
    public long? Until { get; init; }

    /// <summary>The delivery that looks whether the partner is back, and the node that sends it.</summary>
    public string? Probe { get; init; }
    public string? Holder { get; init; }

    /// <summary>When the partner came back; the number of requests doubles every second from there.</summary>
    public long? RestoredAt { get; init; }
    public long ChangedAt { get; init; }

    public bool IsClosed => State == BreakerState.Closed;
}

/// <summary>One change of a breaker.</summary>
public sealed record BreakerChange
{
    public long Seq { get; init; }
    public string Partner { get; init; } = "";
    public long At { get; init; }
    public string State { get; init; } = "";
    public long? Until { get; init; }
    public string? Holder { get; init; }
    public string? Reason { get; init; }
}
