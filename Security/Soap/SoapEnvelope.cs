using System.Xml;

namespace LLTP.Hub.Security;

/// <summary>The parts of a SOAP 1.1 envelope, each at the one place where it may stand.</summary>
sealed record SoapEnvelope(XmlElement? Header, XmlElement Body, IReadOnlyList<XmlElement> Addressing)
{
    static readonly HashSet<string> Single = ["MessageID", "Action", "To", "RelatesTo"];

    public static Found<SoapEnvelope> Read(XmlDocument document)
    {
        if (document.DocumentElement is not { } root || !Elements.Is(root, "Envelope", Names.Soap))
            return SignatureRefusalCode.EnvelopeNotAllowed;
        var parts = Elements.Children(root);
        if (parts is [var only] && IsBody(only)) return new SoapEnvelope(null, only, []);
        if (parts is not [var header, var body] || !Elements.Is(header, "Header", Names.Soap) || !IsBody(body))
            return SignatureRefusalCode.EnvelopeNotAllowed;
        var addressing = Elements.Children(header).FindAll(child => child.NamespaceURI == Names.Addressing);
        return HasRepeated(addressing) ? SignatureRefusalCode.EnvelopeNotAllowed : new SoapEnvelope(header, body, addressing);
    }

    /// <summary>The trimmed text of an addressing header.</summary>
    public string? Text(string name) => Addressing.FirstOrDefault(header => header.LocalName == name)?.InnerText.Trim();

    static bool IsBody(XmlElement element) => Elements.Is(element, "Body", Names.Soap);

    static bool HasRepeated(List<XmlElement> addressing) =>
        addressing.Where(header => Single.Contains(header.LocalName)).GroupBy(header => header.LocalName).Any(group => group.Skip(1).Any());
}
