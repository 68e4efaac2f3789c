using System.Globalization;

namespace LLTP.Hub.Tests.Mappings;

/// <summary>The six notations of dates on the wires, and what each of them says.</summary>
static class DateForms
{
    public static readonly string[] All =
        ["dd/MM/yyyy", "MM/yyyy", "MM-yyyy", "yyyy", "yyyyMMdd'131415'", "yyyy-MM-dd", "yyyy-MM-dd'T08:30:00+07:00'"];

    public static string Write(DateOnly day, string form) => day.ToString(form, CultureInfo.InvariantCulture);

    /// <summary>What a contract with dd/MM/yyyy, MM/yyyy and yyyy must show; null when the text is no date.</summary>
    public static string? Shown(string raw)
    {
        foreach (var form in All)
            if (DateTime.TryParseExact(raw, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return day.ToString(Precision(form), CultureInfo.InvariantCulture);
        return null;
    }

    static string Precision(string form) => form.Contains("dd", StringComparison.Ordinal) ? "dd/MM/yyyy"
        : form.Contains("MM", StringComparison.Ordinal) ? "MM/yyyy" : "yyyy";
}
