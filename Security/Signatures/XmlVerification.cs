using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography.X509Certificates;
using System.Xml;

namespace LLTP.Hub.Security;

/// <summary>Either the very things that one signature covers, which are all that may be read, or the reason why nothing is believed.</summary>
public sealed class XmlVerification
{
    public IReadOnlyList<SignedPart> Parts { get; private init; } = [];

    /// <summary>The signer's certificate; null also when a bare key was asked for.</summary>
    public X509Certificate2? Signer { get; private init; }

    /// <summary>What the signer said in XAdES properties; null where there are none.</summary>
    public SignedProperties? Properties { get; private init; }

    public SignatureAlgorithm? Algorithm { get; private init; }

    /// <summary>When the signer says it signed: in XAdES properties, else in a signed wsu:Timestamp.</summary>
    public DateTimeOffset? SigningTime => Properties?.SigningTime ?? Element("Timestamp", Names.Wsu) switch
    {
        { } timestamp => SoapTimestamp.Created(timestamp),
        _ => null,
    };

    public SignatureRefusal? Refusal { get; private init; }

    XmlElement? Signature { get; init; }

    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsVerified => Refusal is null;

    /// <summary>The signed element of this name, if it was signed itself and not only stands in something signed.</summary>
    public XmlElement? Element(string localName, string? space = null) => Parts
        .Select(part => part.Element)
        .FirstOrDefault(element => element?.LocalName == localName && (space is null || element.NamespaceURI == space));

    /// <summary>Whether an element of the document is a signed one or stands in one; what stands in the signature itself is no part of what holds it.</summary>
    public bool Covers(XmlElement element) => Parts.Any(part => part.Element is { } signed && SignedTargets.IsWithin(element, signed)
        && (part.Place != SignaturePlace.Enveloped || Signature is null || !SignedTargets.IsWithin(element, Signature)));

    internal static XmlVerification Of(IReadOnlyList<SignedPart> parts, X509Certificate2? signer, SignatureClaim claim) => new()
    {
        Parts = parts, Signer = signer, Properties = claim.Xades?.Said, Algorithm = claim.Signature.Algorithm, Signature = claim.Signature.Element,
    };

    internal static XmlVerification Refused(SignatureRefusal refusal) => new() { Refusal = refusal };

    internal static XmlVerification Refused(SignatureRefusalCode code) => Refused(SignatureRefusal.Of(code));
}

/// <summary>One thing that a signature covers.</summary>
/// <param name="Element">The signed element, of which a signature inside it is not part; null where only the octets were signed.</param>
/// <param name="Octets">What the base64 transform gave; null where an element was signed.</param>
public sealed record SignedPart(SignaturePlace Place, XmlElement? Element, ReadOnlyMemory<byte>? Octets);

/// <summary>Where the signature stands: inside the signed element, around it, or beside it.</summary>
public enum SignaturePlace { Enveloped, Enveloping, Detached }
