using System.Xml;

namespace LLTP.Hub.Security;

/// <summary>The parts of a SOAP 1.1 envelope, each at the one place where it may stand.</summary>
sealed record SoapEnvelope(XmlElement? Header, XmlElement Body, IReadOnlyList<XmlElement> Addressing)
{
    const string Next = "http://schemas.xmlsoap.org/soap/actor/next";
    static readonly HashSet<string> Single = ["MessageID", "Action", "To", "RelatesTo"];

    public static Found<SoapEnvelope> Read(XmlDocument document)
    {
        if (document.DocumentElement is not { LocalName: "Envelope" } root) return SignatureRefusalCode.EnvelopeNotAllowed;
        if (root.NamespaceURI != Names.Soap) return SignatureRefusalCode.SoapVersion;
        var parts = Elements.Children(root);
        if (parts is [var only] && IsBody(only)) return new SoapEnvelope(null, only, []);
        if (parts is not [var header, var body] || !Elements.Is(header, "Header", Names.Soap) || !IsBody(body))
            return SignatureRefusalCode.EnvelopeNotAllowed;
        if (Elements.Children(header).Exists(child => MustBeUnderstood(child) && !IsKnown(child))) return SignatureRefusalCode.HeaderNotUnderstood;
        var addressing = Elements.Children(header).FindAll(child => child.NamespaceURI == Names.Addressing);
        return HasRepeated(addressing) ? SignatureRefusalCode.EnvelopeNotAllowed : new SoapEnvelope(header, body, addressing);
    }

    /// <summary>The wsa:MessageID of whatever came in, so that the answer can relate to it; an absolute address of at most 200 characters.</summary>
    public static string? ClaimedMessageId(XmlDocument document)
    {
        var header = Elements.Children(document.DocumentElement, "Header", Names.Soap) is [var only] ? only : null;
        var text = Elements.Children(header, "MessageID", Names.Addressing) is [var claimed] ? claimed.InnerText.Trim() : "";
        return text.Length <= 200 && Uri.TryCreate(text, UriKind.Absolute, out _) ? text : null;
    }

    /// <summary>The trimmed text of an addressing header among these elements.</summary>
    public string? Text(string name, IReadOnlyList<XmlElement> among) =>
        Addressing.FirstOrDefault(header => header.LocalName == name && among.Contains(header))?.InnerText.Trim();

    static bool IsBody(XmlElement element) => Elements.Is(element, "Body", Names.Soap);

    // SOAP 1.1, section 4.2: a header without actor, or for "next", is for whoever receives the message.
    static bool MustBeUnderstood(XmlElement header) => header.GetAttribute("mustUnderstand", Names.Soap).Trim() is "1" or "true"
        && header.GetAttribute("actor", Names.Soap) is "" or Next;

    static bool IsKnown(XmlElement header) => Elements.Is(header, "Security", Names.Wsse)
        || (header.NamespaceURI == Names.Addressing && (Single.Contains(header.LocalName) || header.LocalName is "From" or "ReplyTo" or "FaultTo"));

    static bool HasRepeated(List<XmlElement> addressing) =>
        addressing.Where(header => Single.Contains(header.LocalName)).GroupBy(header => header.LocalName).Any(group => group.Skip(1).Any());
}
