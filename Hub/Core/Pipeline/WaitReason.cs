using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Texts;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>How things stand with one partner, as far as waiting deliveries depend on it.</summary>
public sealed record Standing(bool IsConfigured, BreakerRow Breaker)
{
    /// <summary>A backup was restored, and nobody has lifted the hold yet.</summary>
    public bool IsHeld { get; init; }
    public DateTimeOffset? ClosedUntil { get; init; }
    public DateTimeOffset? RateUntil { get; init; }
}

/// <summary>Why a delivery has not ended: a code, until when, behind which delivery; in words for people.</summary>
public sealed record WaitReason(string Code, DateTimeOffset? Until = null, string? Behind = null)
{
    public string Vietnamese => Text.Vietnamese($"wait.{Code}", Local, Behind ?? "-");

    public string English => Text.English($"wait.{Code}", Local, Behind ?? "-");

    string Local => Until is { } until ? Clock.Vietnam(until.Ms()).ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture) : "-";

    /// <summary>The one thing that stands before this delivery now; pure.</summary>
    public static WaitReason Of(DeliveryRow row, string? ahead, Standing standing, DateTimeOffset now) => row switch
    {
        { State: DeliveryState.Parked } => new("Parked"),
        { State: DeliveryState.InFlight } => new("OnTheWay"),
        { IsOpen: false } => new("Ended"),
        _ when !standing.IsConfigured => new("NotConfigured"),
        { DueAt: null } => new("BehindEarlier", null, ahead),
        _ when standing.IsHeld => new("HeldAfterRestore"),
        _ when standing.ClosedUntil is { } opens => new("ClosingHours", opens),
        _ when standing.Breaker is { State: BreakerState.Open, Until: { } until } => new("BreakerOpen", Clock.Time(until)),
        _ when standing.Breaker.State == BreakerState.HalfOpen => new("BreakerLooks", null, standing.Breaker.Probe),
        { DueAt: { } due } when due > now.Ms() => new(row.State == DeliveryState.OutcomeUnknown ? "OutcomeUnknown" : "BackOff", Clock.Time(due)),
        _ when standing.RateUntil is { } until => new("RateLimit", until),
        _ => new("InTurn"),
    };
}
