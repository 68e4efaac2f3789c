using System.ComponentModel.DataAnnotations;

namespace LLTP.Hub.Core.Options;

public enum NumberAllocator
{
    Hub,
    Tthc,
}

/// <summary>Who gives dossiers their numbers.</summary>
public sealed class NumberOptions
{
    public const string Section = "Numbers";

    /// <summary>First counter of a day. No default: the TTHC system counts in the same series.</summary>
    [Required(ErrorMessage = "Numbers:First is missing. Set the first counter of a day so that it cannot meet a number of the TTHC system, as in 5001.")]
    [Range(1, 999_999_999)]
    public long? First { get; init; }

    /// <summary>Tthc: numbers that the hub did not issue are taken with a warning.</summary>
    public NumberAllocator Allocator { get; init; } = NumberAllocator.Hub;

    /// <summary>With Tthc: how long TTHC may take to give a number before VNeID is told to come back.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>With Tthc: how many numbers are fetched ahead, so that VNeID need not wait for TTHC; 0: none.</summary>
    [Range(0, 1000)]
    public int Pool { get; init; }
}
