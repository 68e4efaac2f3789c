using System.Security.Cryptography;
using System.Xml;
using LLTP.Hub.Security;

namespace LLTP.Hub.Tests.Security;

/// <summary>What anybody can do to a signed message without a key.</summary>
static class Attacker
{
    const string Enveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";

    /// <summary>Every attribute that may identify an element, in any of the agreed ways.</summary>
    public const string Identifiers = "//@Id | //@ID | //@id | //@*[name()='xml:id'] | //@*[local-name()='Id' and namespace-uri()='" + Samples.Wsu + "']";

    /// <summary>Writes the right digest of what each reference now names into SignedInfo; the value over it stays the old one.</summary>
    public static XmlDocument RepairDigests(XmlDocument document)
    {
        foreach (XmlElement reference in Elements(document, "//*[local-name()='SignedInfo']/*[local-name()='Reference']"))
        {
            if (Target(document, reference.GetAttribute("URI")) is not { } target) continue;
            bool enveloped = reference.SelectSingleNode($".//@Algorithm[.='{Enveloped}']") is not null;
            var octets = Samples.Octets(target, CanonicalForm.Plain, enveloped ? document.SelectSingleNode("//*[local-name()='Signature']") : null);
            if (reference.SelectSingleNode("*[local-name()='DigestValue']") is { } digest) digest.InnerText = Convert.ToBase64String(SHA256.HashData(octets));
        }
        return document;
    }

    /// <summary>True when no identifier occurs twice.</summary>
    public static bool HasUniqueIdentifiers(XmlDocument document)
    {
        var found = document.SelectNodes(Identifiers)?.OfType<XmlAttribute>().Select(one => (one.Value, one.OwnerElement)).Distinct().ToList() ?? [];
        return found.DistinctBy(one => one.Value).Count() == found.Count;
    }

    public static List<XmlElement> Elements(XmlNode node, string path) => [.. node.SelectNodes(path)?.OfType<XmlElement>() ?? []];

    static XmlElement? Target(XmlDocument document, string uri) => uri.Length == 0
        ? document.DocumentElement
        : document.SelectNodes(Identifiers)?.OfType<XmlAttribute>().FirstOrDefault(one => "#" + one.Value == uri)?.OwnerElement;
}
