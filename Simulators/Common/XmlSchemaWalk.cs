using System.Buffers.Text;
using System.Xml;
using System.Xml.Schema;

namespace LLTP.Hub.Simulators.Common;

/// <summary>Takes one element through the schema; the contents of files are judged as base64 without decoding them.</summary>
sealed class XmlSchemaWalk
{
    readonly XmlSchemaValidator validator;
    readonly XmlSchemaInfo info = new();
    readonly Stack<string> path = new();
    string? fault;

    public XmlSchemaWalk(XmlSchemaSet schemas)
    {
        var names = new NameTable();
        validator = new(names, schemas, new XmlNamespaceManager(names), XmlSchemaValidationFlags.None) { XmlResolver = null };
        validator.ValidationEventHandler += (_, _) => Blame();
        validator.Initialize();
    }

    public string? Fault(XmlElement element)
    {
        Visit(element);
        validator.EndValidation();
        return fault;
    }

    void Visit(XmlElement element)
    {
        path.Push(element.LocalName);
        validator.ValidateElement(element.LocalName, element.NamespaceURI, info);
        foreach (var attribute in element.Attributes.OfType<XmlAttribute>().Where(a => a.Prefix != "xmlns" && a.Name != "xmlns"))
            validator.ValidateAttribute(attribute.LocalName, attribute.NamespaceURI, attribute.Value, info);
        validator.ValidateEndOfAttributes(info);
        foreach (XmlNode child in element.ChildNodes)
            VisitChild(element, child);
        validator.ValidateEndElement(info);
        path.Pop();
    }

    void VisitChild(XmlElement parent, XmlNode child)
    {
        if (child is XmlElement element)
            Visit(element);
        else if (child is XmlText or XmlCDataSection && IsFile(parent.LocalName))
            BlameUnless(Base64.IsValid(child.Value));
        else if (child is XmlText or XmlCDataSection)
            validator.ValidateText(child.Value ?? "");
        else if (child is XmlWhitespace or XmlSignificantWhitespace)
            validator.ValidateWhitespace(child.Value ?? "");
    }

    static bool IsFile(string name) => name is "noiDungFile" or "phieuLLTP" or "quyetDinhThuHoi";

    void BlameUnless(bool valid)
    {
        if (!valid)
            Blame();
    }

    void Blame() => fault ??= string.Join('/', path.Reverse());
}
