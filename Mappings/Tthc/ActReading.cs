using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Json;

namespace LLTP.Hub.Mappings.Tthc;

/// <summary>Checks the members of a decision and gives them as values; what is wrong goes to the notes.</summary>
sealed class ActReading(ActBody body, Notes notes)
{
    const int MaxName = 50;
    const int MaxText = 4000;
    const int MaxItems = 50;

    public Officer Officer => new(Required(body.Officer?.Name, MaxName, "officer.name"),
        Optional(body.Officer?.Title, "officer.title"), Optional(body.Officer?.Department, "officer.department"));

    public DateTimeOffset At => Moment(Required(body.At, MaxText, "at"));

    public string Reason => Required(body.Reason, MaxText, "reason");

    public string? LocalNumber => Optional(body.LocalNumber, "localNumber");

    public string? Receiver => Optional(body.Receiver, "receiver");

    public DateOnly? DueDate
    {
        get
        {
            var day = body.DueDate is { } text ? Dates.IsoDay(text) : null;
            if (body.DueDate is not null && day is null)
                notes.Refuse(MappingFailureCode.BadDate, "dueDate");
            return day;
        }
    }

    public IReadOnlyList<string> Items
    {
        get
        {
            var items = body.Items ?? [];
            if (items.Count == 0)
                notes.Refuse(MappingFailureCode.MissingField, "items");
            if (items.Count > MaxItems || items.Any(string.IsNullOrWhiteSpace) || items.Sum(item => item.Length + 2) > MaxText)
                notes.Refuse(MappingFailureCode.BadValue, "items");
            return items;
        }
    }

    public static Reading<T> Read<T>(ReadOnlyMemory<byte> json, Func<ActReading, T> build) where T : class
    {
        var notes = new Notes();
        return JsonBody<ActBody>.Read(json, notes) is { } body
            ? notes.Close(build(new(body.Wire, notes)), body.Hash)
            : notes.Close<T>(null, "");
    }

    DateTimeOffset Moment(string text)
    {
        if (Dates.Moment(text) is { } at)
            return at;
        notes.Refuse(MappingFailureCode.BadDate, "at");
        return default;
    }

    string Required(string? text, int longest, string path)
    {
        if (text is null)
            notes.Refuse(MappingFailureCode.MissingField, path);
        if (text?.Length > longest)
            notes.Refuse(MappingFailureCode.TooLong, path);
        return text ?? "";
    }

    string? Optional(string? text, string path) => text is null ? null : Required(text, MaxText, path);
}
