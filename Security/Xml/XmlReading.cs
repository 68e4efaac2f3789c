using System.Diagnostics.CodeAnalysis;
using System.Xml;

namespace LLTP.Hub.Security;

/// <summary>Either the document that was read or the reason why it was not.</summary>
public sealed class XmlReading
{
    XmlReading(XmlDocument? document, XmlRefusal? refusal) => (Document, Refusal) = (document, refusal);

    public XmlDocument? Document { get; }
    public XmlRefusal? Refusal { get; }

    [MemberNotNullWhen(true, nameof(Document))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsRead => Document is not null;

    internal static XmlReading Of(XmlDocument document) => new(document, null);

    internal static XmlReading Refused(XmlRefusalCode code) => new(null, new XmlRefusal(code));
}
