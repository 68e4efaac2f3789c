using System.Globalization;
using System.Text.RegularExpressions;
using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Mappings;

/// <summary>Reads the date notations seen on the partners' wires; years from 1800 to 2200.</summary>
static partial class Dates
{
    public static PartialDate? Parse(string text)
    {
        var raw = text.Trim();
        if (Written().Match(raw) is { Success: true } written)
            return Of(written);
        if (Compact().Match(raw) is { Success: true } compact)
            return Of(compact);
        return Iso().IsMatch(raw) ? OfIso(raw) : null;
    }

    /// <summary>ISO-8601 with a time and an offset; nothing else.</summary>
    public static DateTimeOffset? Moment(string text) => IsoMoment().IsMatch(text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null;

    public static DateOnly? IsoDay(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Whether a text has the outline of a date at all.</summary>
    public static bool LooksLikeDate(string text) => Outline().IsMatch(text.Trim());

    /// <summary>Whether a readable date says a time of day too.</summary>
    public static bool HasTime(string text) =>
        text.Contains(':', StringComparison.Ordinal) || text.Trim() is { Length: 14 } raw && raw.All(char.IsAsciiDigit);

    static PartialDate? Of(Match match) => Checked(Whole(match, "y") ?? 0, Whole(match, "m"), Whole(match, "d"));

    static PartialDate? OfIso(string raw)
    {
        if (Moment(raw) is { } at)
            return OfDay(VietnamTime.Date(at));
        return IsoDay(raw[..10]) is { } day ? OfDay(day) : null;
    }

    static PartialDate? OfDay(DateOnly day) => Checked(day.Year, day.Month, day.Day);

    static PartialDate? Checked(int year, int? month, int? day) =>
        year is >= 1800 and <= 2200 && month is null or >= 1 and <= 12 && IsDayOf(year, month, day) ? new(year, month, day) : null;

    static bool IsDayOf(int year, int? month, int? day) => day is null || day >= 1 && day <= DateTime.DaysInMonth(year, month ?? 1);

    static int? Whole(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^(((?<d>[0-9]{1,2})[/.-])?(?<m>[0-9]{1,2})[/.-])?(?<y>[0-9]{4})( [0-9]{1,2}:[0-9]{2}(:[0-9]{2})?)?$")]
    private static partial Regex Written();

    [GeneratedRegex("^(?<y>[0-9]{4})(?<m>[0-9]{2})(?<d>[0-9]{2})([0-9]{6})?$")]
    private static partial Regex Compact();

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,7})?)?(Z|[+-][0-9]{2}:[0-9]{2})?)?$")]
    private static partial Regex Iso();

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,7})?)?(Z|[+-][0-9]{2}:[0-9]{2})$")]
    private static partial Regex IsoMoment();

    [GeneratedRegex(@"^[0-9]{1,4}[/.-][0-9]{1,4}([/.-][0-9]{1,4})?|^[0-9]{4}$|^[0-9]{8}([0-9]{6})?$")]
    private static partial Regex Outline();
}
