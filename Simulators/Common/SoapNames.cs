using System.Xml.Linq;

namespace LLTP.Hub.Simulators.Common;

/// <summary>Namespaces and types of SOAP 1.1, WS-Addressing 1.0 and WS-Security 1.0.</summary>
static class SoapNames
{
    const string Wss = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";

    public static readonly XNamespace Soap = "http://schemas.xmlsoap.org/soap/envelope/";
    public static readonly XNamespace Wsa = "http://www.w3.org/2005/08/addressing";
    public static readonly XNamespace Wsse = Wss + "wssecurity-secext-1.0.xsd";
    public static readonly XNamespace Wsu = Wss + "wssecurity-utility-1.0.xsd";

    public const string X509Type = Wss + "x509-token-profile-1.0#X509v3";
    public const string Base64Type = Wss + "soap-message-security-1.0#Base64Binary";
}
