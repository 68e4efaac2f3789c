using System.Globalization;
using LLTP.Hub.Mappings.Canonical;

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
    public void Text(string name, string? value, string path)
    {
        if (string.IsNullOrWhiteSpace(value))
            return;
        if (value.Length > XmlFields.MaxText)
            Notes.Refuse(MappingFailureCode.BadValue, path);
        writer.Element(name, TextForm.Clean(value).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'));
    }

    public void Required(string name, string? value, string path)
    {
        if (string.IsNullOrWhiteSpace(value))
            Notes.Refuse(MappingFailureCode.MissingField, path);
        Text(name, value, path);
    }

    /// <summary>A value found in a catalogue; none means that the catalogue lacks the code at that path.</summary>
    public void Mapped(string name, string? value, string path)
    {
        if (value is null)
            Notes.Refuse(MappingFailureCode.UnmappedCode, path);
        Text(name, value, path);
    }

    public void Whole(string name, int value) => writer.Element(name, value.ToString(CultureInfo.InvariantCulture));

    public void File(string name, ReadOnlyMemory<byte> bytes) => writer.Base64(name, bytes.Span);

    public void Open(string name) => writer.Open(name);

    public void Close() => writer.Close();

    public Writing Finish()
    {
        writer.Close();
        return Notes.Close(writer.Written);
    }
}
