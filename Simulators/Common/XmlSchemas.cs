using System.Xml;
using System.Xml.Schema;

namespace LLTP.Hub.Simulators.Common;

/// <summary>The published schema of one contract, compiled once.</summary>
sealed class XmlSchemas
{
    readonly XmlSchemaSet schemas = new() { XmlResolver = null };

    XmlSchemas(string name)
    {
        using var stream = typeof(XmlSchemas).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The contract document {name} is missing.");
        using var reader = XmlReader.Create(stream);
        schemas.Add(null, reader);
        schemas.Compile();
    }

    public static XmlSchemas Lltp { get; } = new("lltp.xsd");

    public static XmlSchemas V06 { get; } = new("v06.xsd");

    /// <summary>Path of the first element that is not as the schema wants it; null when all is well. Never says a value.</summary>
    public string? Fault(XmlElement element) =>
        schemas.GlobalElements.Contains(new XmlQualifiedName(element.LocalName, element.NamespaceURI))
            ? new XmlSchemaWalk(schemas).Fault(element)
            : element.LocalName;
}
