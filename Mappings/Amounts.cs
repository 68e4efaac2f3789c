using System.Globalization;
using System.Text.RegularExpressions;

namespace LLTP.Hub.Mappings;

/// <summary>Reads the three notations of money on the VNeID wire: 200000, 200.000 and 200,000.</summary>
static partial class Amounts
{
    public static long? Parse(string text)
    {
        var raw = text.Trim();
        return Notation().IsMatch(raw)
            && long.TryParse(raw.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal),
                NumberStyles.None, CultureInfo.InvariantCulture, out var dong) ? dong : null;
    }

    [GeneratedRegex(@"^([0-9]{1,15}|[0-9]{1,3}(\.[0-9]{3}){1,4}|[0-9]{1,3}(,[0-9]{3}){1,4})$")]
    private static partial Regex Notation();
}
