using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using LLTP.Hub.Mappings.Canonical;
using Xunit;

namespace LLTP.Hub.Tests.Mappings;

/// <summary>Judges outgoing XML by the contract documents.</summary>
static class Schemas
{
    static readonly XNamespace Signature = "http://www.w3.org/2000/09/xmldsig#";

    public static void Valid(string schema, Writing writing)
    {
        Assert.Null(writing.Failure);
        var set = new XmlSchemaSet();
        set.Add(null, Path.Combine(Places.Contracts, schema));
        var root = XElement.Parse(Encoding.UTF8.GetString((writing.Bytes ?? default).Span), LoadOptions.PreserveWhitespace);
        if (schema == "v06.xsd")
            root.Add(new XElement(Signature + "Signature"));
        var errors = new List<string>();
        new XDocument(root).Validate(set, (_, e) => errors.Add(e.Message));
        Assert.Empty(errors);
    }

    public static XmlElement Parse(string xml)
    {
        var document = new XmlDocument { PreserveWhitespace = true };
        using var reader = XmlReader.Create(new StringReader(xml));
        document.Load(reader);
        return document.DocumentElement ?? throw new InvalidDataException();
    }

    public static XmlElement Parse(Writing writing) => Parse(Encoding.UTF8.GetString((writing.Bytes ?? default).Span));
}
