using System.Security.Cryptography;
using System.Xml;

namespace LLTP.Hub.Security;

/// <summary>Keys written as XML: RSAKeyValue, and ECKeyValue on a named curve (XML-DSig 1.1, section 4.5.2).</summary>
static class KeyValues
{
    /// <summary>The key as SubjectPublicKeyInfo; null when it is none of the two or does not make sense.</summary>
    public static byte[]? Read(XmlElement value) => value switch
    {
        { LocalName: "RSAKeyValue", NamespaceURI: Names.Signature } => Rsa(value),
        { LocalName: "ECKeyValue", NamespaceURI: Names.Signature11 } => Curve(value),
        _ => null,
    };

    static byte[]? Rsa(XmlElement value) => Only(value, "Modulus", Names.Signature) is { } modulus && Only(value, "Exponent", Names.Signature) is { } exponent
        ? Opened.Key(new RSAParameters { Modulus = Trimmed(modulus), Exponent = Trimmed(exponent) })
        : null;

    static byte[]? Curve(XmlElement value)
    {
        if (Elements.Children(value, "NamedCurve", Names.Signature11) is not [var named] || Field(named.GetAttribute("URI")) is not { } field) return null;
        if (Only(value, "PublicKey", Names.Signature11) is not { } point || point.Length != 1 + (2 * field.Bytes) || point[0] != 4) return null;
        var q = new ECPoint { X = point[1..(1 + field.Bytes)], Y = point[(1 + field.Bytes)..] };
        return Opened.Key(new ECParameters { Curve = field.Curve, Q = q });
    }

    static (ECCurve Curve, int Bytes)? Field(string uri) => uri switch
    {
        "urn:oid:1.2.840.10045.3.1.7" => (ECCurve.NamedCurves.nistP256, 32),
        "urn:oid:1.3.132.0.34" => (ECCurve.NamedCurves.nistP384, 48),
        "urn:oid:1.3.132.0.35" => (ECCurve.NamedCurves.nistP521, 66),
        _ => null,
    };

    static byte[]? Only(XmlElement value, string name, string space) =>
        Elements.Children(value, name, space) is [var element] && Elements.Base64(element) is { Length: > 0 } bytes ? bytes : null;

    static byte[] Trimmed(byte[] number) => number.AsSpan().TrimStart((byte)0).ToArray();
}
