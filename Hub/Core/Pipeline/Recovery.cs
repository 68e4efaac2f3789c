using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>One attempt, as far as the decision about the next needs it.</summary>
/// <param name="Repeatable">Same identity, same effect: sending again is harmless.</param>
/// <param name="Hint">What this attempt did differently already; a hint followed in vain is an ordinary retry.</param>
/// <param name="Jitter">Between 0 and 1; spreads the next attempt by ± 20 %.</param>
public sealed record Attempted(int Attempt, DateTimeOffset First, bool Repeatable, bool Askable, TimeSpan? RetryAfter, double Jitter, string? Hint = null);

/// <summary>Where the delivery goes next.</summary>
public sealed record Decision(string State, string? Reason, DateTimeOffset? DueAt, string? Hint = null, WorkItemKind? WorkItem = null)
{
    public bool Ended => State is DeliveryState.Delivered or DeliveryState.Parked;
}

/// <summary>Decides after each attempt: delivered, wait until, ask, or park as dead letter. Pure.</summary>
public static class Recovery
{
    public static Decision Decide(RecoveryOptions options, Judgement judged, Attempted attempt, DateTimeOffset now) => judged.Class switch
    {
        ReplyClass.Done => new(DeliveryState.Delivered, null, null),
        ReplyClass.AlreadyDone => new(DeliveryState.Delivered, nameof(ReplyClass.AlreadyDone), null),
        ReplyClass.Rejected => Park(WorkItemKind.PartnerRejected),
        ReplyClass.Conflict => Park(WorkItemKind.PartnerConflict),
        ReplyClass.UnknownReply => Park(WorkItemKind.UnknownReply),
        ReplyClass.NotMapped => Park(WorkItemKind.UnmappedCode),
        _ when now - attempt.First >= options.GiveUpAfter => Park(WorkItemKind.GaveUp),
        ReplyClass.Retry when judged.Hint is { } hint && hint != attempt.Hint => new(DeliveryState.Waiting, hint, now, hint),
        ReplyClass.Retry => new(DeliveryState.Waiting, nameof(ReplyClass.Retry), Next(options, attempt, now)),
        _ when attempt.Repeatable || attempt.Askable => new(DeliveryState.OutcomeUnknown, "NoAnswer", Next(options, attempt, now)),
        _ => Park(WorkItemKind.GaveUp),
    };

    /// <summary>Doubling from the first delay up to the cap, ± 20 %.</summary>
    public static TimeSpan Backoff(RecoveryOptions options, int attempt, double jitter)
    {
        var doubled = options.FirstDelay * Math.Pow(2, Math.Min(attempt - 1, 30));
        var capped = doubled > options.MaxDelay ? options.MaxDelay : doubled;
        return capped * (0.8 + (0.4 * jitter));
    }

    static DateTimeOffset Next(RecoveryOptions options, Attempted attempt, DateTimeOffset now)
    {
        var wait = Backoff(options, attempt.Attempt, attempt.Jitter);
        return now + (attempt.RetryAfter > wait ? attempt.RetryAfter.Value : wait);
    }

    static Decision Park(WorkItemKind kind) => new(DeliveryState.Parked, kind.ToString(), null, null, kind);
}
