using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Mappings.Vneid;

/// <summary>Reads the dates and amounts that VNeID sends as texts.</summary>
sealed class FieldReading(Notes notes)
{
    /// <summary>Refused when it is no possible date.</summary>
    public DateText? Date(string? text, string path)
    {
        if (text is null)
            return null;
        if (Dates.Parse(text) is { } value)
            return new(text, value);
        notes.Refuse(MappingFailureCode.BadDate, path);
        return null;
    }

    /// <summary>Refused when it has the outline of a date but is impossible; other texts, such as "nay", are kept as they are.</summary>
    public DateText? OpenDate(string? text, string path) =>
        text is null || Dates.LooksLikeDate(text) ? Date(text, path) : new(text, null);

    /// <summary>As <see cref="OpenDate"/>, with a warning for other texts: the contract does not fix the notation.</summary>
    public DateText? FreeDate(string? text, string path)
    {
        var date = OpenDate(text, path);
        if (date is { Value: null })
            notes.Warn(WarningCodes.DateUnreadable, path, "Không đọc được ngày tháng, giữ nguyên như đã nhận");
        return date;
    }

    /// <summary>Never refused: the citizen has paid before the dossier is sent.</summary>
    public Money? Amount(string? text, string path)
    {
        if (text is null)
            return null;
        var money = new Money(text, Amounts.Parse(text));
        if (money.Dong is null)
            notes.Warn(WarningCodes.PaymentUnreadable, path, "Không đọc được số tiền");
        return money;
    }

    public string? Email(string? text, string path)
    {
        var trimmed = text?.Trim();
        if (trimmed != text)
            notes.Say(path, "", "white space around the address removed");
        return trimmed;
    }
}
