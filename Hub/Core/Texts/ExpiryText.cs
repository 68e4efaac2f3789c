using System.Globalization;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Security;

namespace LLTP.Hub.Core.Texts;

/// <summary>An expiry notice in words for people.</summary>
public static class ExpiryText
{
    public static string Vietnamese(ExpiryNotice notice) => Text.Vietnamese(KeyOf(notice), notice.Owner, notice.What, EndOf(notice));

    public static string English(ExpiryNotice notice) => Text.English(KeyOf(notice), notice.Owner, notice.What, EndOf(notice));

    static string KeyOf(ExpiryNotice notice) => notice.Ends is null ? "expiry.missing" : $"expiry.{notice.Kind}";

    static string EndOf(ExpiryNotice notice) => notice.Ends is { } end
        ? TimeZoneInfo.ConvertTime(end, Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
        : "";

    static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");
}
