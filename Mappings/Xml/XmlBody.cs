using System.Globalization;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Catalogues;

namespace LLTP.Hub.Mappings.Xml;

/// <summary>Writes one outgoing XML element; a missing or too long value becomes the failure of the whole message.</summary>
sealed class XmlBody
{
    readonly CanonicalWriter writer;

    public XmlBody(string root, string space, Notes notes, long fileBytes = 0, string? id = null)
    {
        Notes = notes;
        writer = new(checked((int)(fileBytes / 3 * 4)) + Json.JsonText.TextRoom(fileBytes));
        writer.Root(root, space, id);
    }

    public Notes Notes { get; }

    /// <summary>An element with text; nothing at all when there is no text. The path names the canonical field's wire place.</summary>
    public void Text(string name, string? value, string path, int longest = XmlFields.MaxText)
    {
        if (TryWrite(name, value, path, longest))
            Notes.Carry(path);
    }

    /// <summary>A text made of several fields, which the caller notes as carried.</summary>
    public void Line(string name, string? value, string path) => TryWrite(name, value, path, XmlFields.MaxText);

    public void Required(string name, string? value, string path, int longest = XmlFields.MaxText)
    {
        if (string.IsNullOrWhiteSpace(value))
            Notes.Refuse(MappingFailureCode.MissingField, path);
        Text(name, value, path, longest);
    }

    /// <summary>A date as precise as it was given; one that could not be read, such as "nay", is left out and reported.</summary>
    public void Date(string name, DateText? date, string path)
    {
        if (date is null)
            return;
        Text(name, date.Value?.ToString(), path);
        Notes.Carry(path);
        if (date.Value is null)
            Notes.Say(path, name, "not a date, left out");
        else if (Dates.HasTime(date.Raw))
            Notes.Say(path, name, "time of day left out");
    }

    public void RequiredDate(string name, DateText? date, string path)
    {
        if (date?.Value is null)
            Notes.Refuse(MappingFailureCode.MissingField, path);
        Date(name, date, path);
    }

    /// <summary>A value found in a catalogue; none means that the catalogue lacks the code at that path.</summary>
    public void Mapped(string name, string? value, string path)
    {
        if (value is null)
            Notes.Refuse(MappingFailureCode.UnmappedCode, path);
        Text(name, value, path);
    }

    /// <summary>What the code at that path is called on a contract; the message stops where the catalogue has no word for it.</summary>
    public void Mapped(string name, Catalogue catalogue, string? code, string contract, DateOnly day, string path) =>
        Text(name, Notes.Mapped(catalogue, code, contract, day, path), path);

    public void Mapped(string name, Catalogue catalogue, int? code, string contract, DateOnly day, string path) =>
        Mapped(name, catalogue, code?.ToString(CultureInfo.InvariantCulture), contract, day, path);

    public void Whole(string name, int value) => writer.Element(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A number that is a field of the request.</summary>
    public void Whole(string name, int value, string path)
    {
        Whole(name, value);
        Notes.Carry(path);
    }

    public void File(string name, ReadOnlyMemory<byte> bytes) => writer.Base64(name, bytes.Span);

    public void Open(string name) => writer.Open(name);

    public void Close() => writer.Close();

    bool TryWrite(string name, string? value, string path, int longest)
    {
        if (string.IsNullOrWhiteSpace(value))
            return false;
        if (TextForm.Clean(value) is not { } clean)
            Notes.Refuse(MappingFailureCode.BadCharacter, path);
        else if (clean.Length > longest)
            Notes.Refuse(MappingFailureCode.TooLong, path);
        else
            writer.Element(name, clean);
        return true;
    }

    public Writing Finish()
    {
        writer.Close();
        return Notes.Close(writer.Written);
    }
}
