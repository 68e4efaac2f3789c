using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Xml;
using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Mappings.Xml;

/// <summary>Writes one outgoing XML element; a missing or too long value becomes the failure of the whole message.</summary>
sealed class XmlBody : IDisposable
{
    static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(false),
        OmitXmlDeclaration = true,
        NewLineHandling = NewLineHandling.Entitize
    };

    readonly MemoryStream buffer;
    readonly XmlWriter writer;
    readonly string space;

    public XmlBody(string root, string space, Notes notes, long fileBytes = 0)
    {
        this.space = space;
        Notes = notes;
        buffer = new(checked((int)(fileBytes / 3 * 4)) + 16 * 1024);
        writer = XmlWriter.Create(buffer, Settings);
        writer.WriteStartElement(root, space);
    }

    public Notes Notes { get; }

    public void Id(string value) => writer.WriteAttributeString("Id", value);

    /// <summary>An element with text; nothing at all when there is no text. The path names the canonical field's wire place.</summary>
    public void Text(string name, string? value, string path)
    {
        if (string.IsNullOrWhiteSpace(value))
            return;
        if (value.Length > XmlFields.MaxText)
            Notes.Refuse(MappingFailureCode.BadValue, path);
        writer.WriteElementString(name, space, TextForm.Clean(value));
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

    public void Whole(string name, int value) => writer.WriteElementString(name, space, value.ToString(CultureInfo.InvariantCulture));

    public void File(string name, ReadOnlyMemory<byte> bytes)
    {
        writer.WriteStartElement(name, space);
        var array = MemoryMarshal.TryGetArray(bytes, out var segment) ? segment : bytes.ToArray();
        writer.WriteBase64(array.Array ?? [], array.Offset, array.Count);
        writer.WriteEndElement();
    }

    public void Open(string name) => writer.WriteStartElement(name, space);

    public void Close() => writer.WriteEndElement();

    public Writing Finish()
    {
        writer.WriteEndElement();
        writer.Flush();
        return Notes.Close(buffer.GetBuffer().AsMemory(0, (int)buffer.Length));
    }

    public void Dispose() => writer.Dispose();
}
