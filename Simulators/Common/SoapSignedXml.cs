using System.Security.Cryptography.Xml;
using System.Xml;

namespace LLTP.Hub.Simulators.Common;

/// <summary>The framework's signatures with wsu:Id: an id means a known place of the envelope, never a search through it.</summary>
sealed class SoapSignedXml(XmlDocument document, SoapParts parts) : SignedXml(document)
{
    public override XmlElement? GetIdElement(XmlDocument? document, string idValue) => parts.ById(idValue);
}
