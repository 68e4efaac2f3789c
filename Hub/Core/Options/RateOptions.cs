using System.ComponentModel.DataAnnotations;

namespace LLTP.Hub.Core.Options;

/// <summary>At most so many sends in each window of time; windows follow one another without gaps.</summary>
public sealed class RateOptions
{
    public int Count { get; init; }

    public TimeSpan Per { get; init; } = TimeSpan.FromSeconds(1);

    public IEnumerable<ValidationResult> Problems()
    {
        if (Count is < 1 or > 1_000_000)
            yield return new($"Rates: Count is {Count}; it must be at least 1, as in 20.", ["Rates"]);
        if (Per < TimeSpan.FromMilliseconds(100) || Per > TimeSpan.FromDays(1))
            yield return new($"Rates: Per is {Per}; it must be between 100 ms and one day, as in 00:00:01 or 00:01:00.", ["Rates"]);
    }
}
