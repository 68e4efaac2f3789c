using System.ComponentModel.DataAnnotations;

namespace LLTP.Hub.Core.Options;

/// <summary>When a partner counts as down, and how often one request looks whether it is back.</summary>
public sealed class BreakerOptions
{
    /// <summary>Failures of the transport in a row, of all nodes together, until nothing more is sent.</summary>
    public int Failures { get; init; } = 10;

    /// <summary>Wait before the first look; doubles with each look in vain.</summary>
    public TimeSpan FirstBreak { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Longest wait between two looks.</summary>
    public TimeSpan LongestBreak { get; init; } = TimeSpan.FromMinutes(1);

    public IEnumerable<ValidationResult> Problems()
    {
        if (Failures is < 1 or > 1000)
            yield return new($"Breaker:Failures is {Failures}; it must be between 1 and 1000, as in 10.", ["Breaker"]);
        if (FirstBreak < TimeSpan.FromMilliseconds(10) || LongestBreak < FirstBreak || LongestBreak > TimeSpan.FromHours(1))
            yield return new(
                $"Breaker: FirstBreak {FirstBreak} and LongestBreak {LongestBreak} must rise and lie between 10 ms and 1 h, as in 00:00:05 and 00:01:00.", ["Breaker"]);
    }
}
