using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace LLTP.Hub.Simulators.Common;

/// <summary>XML the way signatures need it: white space kept, no DTD, the bytes written as they were signed.</summary>
static class SigningDocument
{
    static readonly XmlReaderSettings Reading = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true };

    static readonly XmlWriterSettings Writing = new()
    {
        Encoding = new UTF8Encoding(false), Indent = false, NewLineHandling = NewLineHandling.Entitize,
    };

    /// <summary>Null when the bytes are not well-formed XML or carry a DTD.</summary>
    public static XmlDocument? Read(byte[] bytes)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes, false), Reading);
            return Load(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    public static XmlDocument From(XElement root)
    {
        using var reader = root.CreateReader();
        return Load(reader);
    }

    public static byte[] Write(XmlDocument document)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, Writing))
            document.Save(writer);
        return bytes.ToArray();
    }

    static XmlDocument Load(XmlReader reader)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        document.Load(reader);
        return document;
    }
}
