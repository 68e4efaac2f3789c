using System.Globalization;

namespace LLTP.Hub.Core.Repair;

/// <summary>A dossier number in its parts: {unit}-{yyMMdd}-{counter}.</summary>
public sealed record DossierNumber(string Unit, string Day, long Counter)
{
    /// <summary>Null when the text is no such number.</summary>
    public static DossierNumber? Parse(string text) =>
        text.Split('-') is [var unit, { Length: 6 } day, { Length: >= 4 } counter]
        && long.TryParse(counter, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? new(unit, day, value)
            : null;

    public static string DayOf(DateTimeOffset vietnam) => vietnam.ToString("yyMMdd", CultureInfo.InvariantCulture);
}
