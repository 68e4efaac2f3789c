namespace LLTP.Hub.Security;

/// <summary>Why foreign XML was not read; the sentence never quotes the content.</summary>
public sealed record XmlRefusal(XmlRefusalCode Code)
{
    public string Sentence => Code switch
    {
        XmlRefusalCode.DtdForbidden => "The document carries a document type declaration, which is forbidden.",
        XmlRefusalCode.TooLarge => "The document has too many bytes.",
        XmlRefusalCode.TooDeep => "The elements of the document are nested too deep.",
        XmlRefusalCode.TooManyNodes => "The document has too many nodes.",
        XmlRefusalCode.TooManyAttributes => "An element has too many attributes.",
        XmlRefusalCode.TooManyNamespaces => "An element has too many namespace declarations.",
        _ => "The bytes are not a well-formed XML document.",
    };
}

/// <summary>The closed set of reasons for refusing foreign XML.</summary>
public enum XmlRefusalCode { NotXml, DtdForbidden, TooLarge, TooDeep, TooManyNodes, TooManyAttributes, TooManyNamespaces }
