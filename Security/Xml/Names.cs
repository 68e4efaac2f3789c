namespace LLTP.Hub.Security;

static class Names
{
    const string Oasis = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";

    public const string Signature = "http://www.w3.org/2000/09/xmldsig#";
    public const string Enveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
    public const string Exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";
    public const string ExclusiveWithComments = "http://www.w3.org/2001/10/xml-exc-c14n#WithComments";
    public const string Sha256 = "http://www.w3.org/2001/04/xmlenc#sha256";
    public const string Soap = "http://schemas.xmlsoap.org/soap/envelope/";
    public const string Addressing = "http://www.w3.org/2005/08/addressing";
    public const string Wsse = Oasis + "wssecurity-secext-1.0.xsd";
    public const string Wsu = Oasis + "wssecurity-utility-1.0.xsd";
    public const string X509v3 = Oasis + "x509-token-profile-1.0#X509v3";
    public const string SubjectKeyIdentifier = Oasis + "x509-token-profile-1.0#X509SubjectKeyIdentifier";
    public const string ThumbprintSha1 = "http://docs.oasis-open.org/wss/oasis-wss-soap-message-security-1.1#ThumbprintSHA1";
    public const string Base64Binary = Oasis + "soap-message-security-1.0#Base64Binary";
    public const string Xml = "http://www.w3.org/XML/1998/namespace";
}
