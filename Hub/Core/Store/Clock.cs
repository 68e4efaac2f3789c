using System.Globalization;

namespace LLTP.Hub.Core.Store;

/// <summary>How times and days stand in the store: UTC milliseconds and ISO days.</summary>
public static class Clock
{
    static readonly TimeSpan VietnamOffset = TimeSpan.FromHours(7);

    public static long Ms(this DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    public static DateTimeOffset Time(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms);

    /// <summary>The same moment by the clocks of Asia/Ho_Chi_Minh, for partners and people.</summary>
    public static DateTimeOffset Vietnam(long ms) => Time(ms).ToOffset(VietnamOffset);

    public static string? Text(this DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
