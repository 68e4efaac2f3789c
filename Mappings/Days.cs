using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Mappings;

/// <summary>Reads dates that must name a day.</summary>
static class Days
{
    public static DateOnly? Read(string? text, string path, Notes notes)
    {
        if (text is null)
            return null;
        if (Dates.Parse(text) is { Month: { } month, Day: { } day } date)
            return new(date.Year, month, day);
        notes.Refuse(MappingFailureCode.BadDate, path);
        return null;
    }
}
