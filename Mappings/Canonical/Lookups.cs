namespace LLTP.Hub.Mappings.Canonical;

/// <summary>A look-up in the police records was asked for.</summary>
public sealed record LookupRequest(Officer Officer, DateTimeOffset At, string LookupId) : Act(Officer, At);

/// <summary>The police records department answered a look-up.</summary>
public sealed record LookupAnswer(
    Officer Officer, DateTimeOffset At, string RequestId, int AnswerNo, LookupResult Result, string? Detail) : Act(Officer, At);

/// <summary>What a look-up found; Verifying is interim.</summary>
public enum LookupResult
{
    None,
    Found,
    Verifying
}
