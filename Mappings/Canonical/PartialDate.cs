using System.Globalization;

namespace LLTP.Hub.Mappings.Canonical;

/// <summary>A date as precise as it was given: a day, a month or only a year.</summary>
public readonly record struct PartialDate(int Year, int? Month, int? Day)
{
    /// <summary>dd/MM/yyyy, MM/yyyy or yyyy, by the precision.</summary>
    public override string ToString() => (Month, Day) switch
    {
        (int month, int day) => string.Create(CultureInfo.InvariantCulture, $"{day:00}/{month:00}/{Year:0000}"),
        (int month, null) => string.Create(CultureInfo.InvariantCulture, $"{month:00}/{Year:0000}"),
        _ => Year.ToString("0000", CultureInfo.InvariantCulture)
    };
}
