using System.Runtime.InteropServices;
using System.Text;
using System.Xml;

namespace LLTP.Hub.Security;

/// <summary>The door for XML: foreign bytes come in bounded and without DTD, documents go out so that they read back alike.</summary>
public static class SafeXml
{
    static readonly XmlWriterSettings Outgoing = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.Entitize,
    };

    /// <summary>Reads a document with every white space kept; the limits are enforced while reading.</summary>
    public static XmlReading Read(ReadOnlyMemory<byte> bytes, XmlLimits limits)
    {
        if (bytes.Length > limits.Bytes) return XmlReading.Refused(XmlRefusalCode.TooLarge);
        using var stream = AsStream(bytes);
        using var reader = XmlReader.Create(stream, Incoming(limits));
        using var bounded = new BoundedReader(reader, limits);
        try
        {
            var document = new XmlDocument(reader.NameTable) { PreserveWhitespace = true, XmlResolver = null };
            document.Load(bounded);
            return bounded.Refusal is { } passed ? XmlReading.Refused(passed) : XmlReading.Of(document);
        }
        catch (XmlException)
        {
            return XmlReading.Refused(NamesDtd(bounded, bytes) ? XmlRefusalCode.DtdForbidden : XmlRefusalCode.NotXml);
        }
    }

    /// <summary>The UTF-8 text of a document, without indentation, carriage returns written as character references.</summary>
    public static byte[] Write(XmlDocument document)
    {
        using var stream = new MemoryStream();
        Write(document, stream);
        return stream.ToArray();
    }

    public static void Write(XmlDocument document, Stream stream)
    {
        using var writer = XmlWriter.Create(stream, Outgoing);
        document.Save(writer);
    }

    static XmlReaderSettings Incoming(XmlLimits limits) => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = limits.Bytes,
        CloseInput = false,
    };

    static MemoryStream AsStream(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var segment) && segment.Array is { } array
        ? new MemoryStream(array, segment.Offset, segment.Count, writable: false)
        : new MemoryStream(bytes.ToArray(), writable: false);

    // The reader tells a forbidden DTD from other faults only in its message, so the prologue is looked at again.
    static bool NamesDtd(BoundedReader reader, ReadOnlyMemory<byte> bytes) => !reader.RootSeen && bytes.Span.IndexOf("<!DOCTYPE"u8) >= 0;
}
