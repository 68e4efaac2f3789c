using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Json;
using LLTP.Hub.Mappings.Xml;

namespace LLTP.Hub.Mappings.Tthc;

/// <summary>Checks the members of a decision and gives them as values; what is wrong goes to the notes.</summary>
sealed class ActReading(ActBody body, Notes notes)
{
    const int MaxName = 50;
    const int MaxText = 4000;
    const int MaxItems = 50;
    const int MaxNumber = 100;

    static readonly FilePlace File = new("file", "file", PdfReading.MaxBytes);

    public Officer Officer => new(Required(body.Officer?.Name, MaxName, "officer.name"),
        Optional(body.Officer?.Title, "officer.title"), Optional(body.Officer?.Department, "officer.department"));

    public DateTimeOffset At => Moment(Required(body.At, MaxText, "at"));

    public string Reason => Required(body.Reason, MaxText, "reason");

    public string? LocalNumber => Optional(body.LocalNumber, "localNumber");

    public string? Receiver => Optional(body.Receiver, "receiver");

    public DateOnly? DueDate => Day(body.DueDate, "dueDate");

    /// <summary>A decision about an issued certificate.</summary>
    public CertificateDecision Decision => new(
        Officer, At, DecisionWords.Kind(Required(body.Kind, MaxText, "kind"), notes), Number(body.Number, "number"),
        Day(Required(body.Date, MaxText, "date"), "date") ?? default, Number(body.Certificate, "certificate"), Optional(body.Reason, "reason"), Pdf());

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
        return JsonBody<ActBody>.Read(json, notes, File) is { } body
            ? notes.Close(build(new(body.Wire, notes)), body.Hash)
            : notes.Close<T>(null, "");
    }

    DateOnly? Day(string? text, string path)
    {
        var day = text is null ? null : Dates.IsoDay(text);
        if (text is not null && day is null)
            notes.Refuse(MappingFailureCode.BadDate, path);
        return day;
    }

    string Number(string? text, string path) => Required(text, MaxNumber, path).Trim();

    FileRef Pdf()
    {
        if (body.File is not { } file)
            notes.Refuse(MappingFailureCode.MissingField, "file");
        else if (!notes.BytesOf(file).Span.StartsWith("%PDF"u8))
            notes.Refuse(MappingFailureCode.NotPdf, "file");
        return body.File ?? new("", 0);
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
