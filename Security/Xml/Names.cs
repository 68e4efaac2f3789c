namespace LLTP.Hub.Security;

static class Names
{
    const string Oasis = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";

    public const string Signature = "http://www.w3.org/2000/09/xmldsig#";
    public const string Enveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
    public const string Exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";
    public const string ExclusiveWithComments = "http://www.w3.org/2001/10/xml-exc-c14n#WithComments";
    public const string Inclusive = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
    public const string InclusiveWithComments = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments";
    public const string Newer = "http://www.w3.org/2006/12/xml-c14n11";
    public const string NewerWithComments = "http://www.w3.org/2006/12/xml-c14n11#WithComments";
    public const string Base64 = "http://www.w3.org/2000/09/xmldsig#base64";
    public const string Signature11 = "http://www.w3.org/2009/xmldsig11#";
    public const string Xades = "http://uri.etsi.org/01903/v1.3.2#";
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
