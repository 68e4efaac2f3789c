using System.Globalization;

namespace LLTP.Hub.Mappings;

/// <summary>Asia/Ho_Chi_Minh, which has been UTC+7 without summer time since 1975.</summary>
static class VietnamTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    public static string Iso(DateTimeOffset at) =>
        at.ToOffset(Offset).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFzzz", CultureInfo.InvariantCulture);

    public static string Compact(DateTimeOffset at) => at.ToOffset(Offset).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);

    /// <summary>The last second of a day: a date without a time means the whole day.</summary>
    public static string CompactEnd(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + "235959";

    public static string Day(DateTimeOffset at) => Day(Date(at));

    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    public static DateOnly Date(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Offset).DateTime);
}
