using System.Globalization;
using System.Xml;

namespace LLTP.Hub.Security;

/// <summary>Reads XAdES properties, level B-B: they must stand in an Object of their signature and be what its one typed reference means.</summary>
static class XadesReader
{
    public const string Type = "http://uri.etsi.org/01903#SignedProperties";
    const string Written = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK";

    public static SignatureRefusal OtherSigner { get; } =
        new(SignatureRefusalCode.XadesMalformed, "The certificate named in the signed properties is not the signer's.");

    /// <summary>Whether the signature claims to be XAdES in any way.</summary>
    public static bool IsClaimed(ParsedSignature signature) =>
        Qualifying(signature).Count > 0 || signature.References.Any(reference => reference.Type == Type);

    public static Found<Xades> Read(ParsedSignature signature, DocumentIndex index, bool legacy)
    {
        if (Qualifying(signature) is not [var qualifying] || !IsTargeted(qualifying, signature.Element)) return SignatureRefusalCode.XadesMalformed;
        if (Elements.Children(qualifying, "SignedProperties", Names.Xades) is not [var properties]) return SignatureRefusalCode.XadesMalformed;
        var typed = signature.References.Where(reference => reference.Type == Type).ToList();
        if (typed is not [{ Enveloped: false, Transforms.Base64: false } only] || index.Resolve(only.Uri) != properties)
            return SignatureRefusalCode.XadesMalformed;
        if (Elements.Children(properties, "SignedSignatureProperties", Names.Xades) is not [var own] || TimeIn(own) is not { } time)
            return SignatureRefusalCode.XadesMalformed;
        var signers = Signers(own, legacy);
        if (!signers.Holds) return signers.Refusal;
        if (signers.Value.Count == 0 && !CoversKeyInfo(signature, index)) return SignatureRefusalCode.XadesMalformed;
        return Formats(properties, signature) is { } formats
            ? new Xades(properties, new SignedProperties(time, formats), signers.Value)
            : SignatureRefusalCode.XadesMalformed;
    }

    static List<XmlElement> Qualifying(ParsedSignature signature) =>
        [.. signature.Objects.SelectMany(one => Elements.Children(one, "QualifyingProperties", Names.Xades))];

    static bool IsTargeted(XmlElement qualifying, XmlElement signature) =>
        signature.GetAttribute("Id") is { Length: > 0 } id && qualifying.GetAttribute("Target") == "#" + id;

    static DateTimeOffset? TimeIn(XmlElement own) => Elements.Children(own, "SigningTime", Names.Xades) is [var time]
        && DateTimeOffset.TryParseExact(time.InnerText.Trim(), Written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
        ? at : null;

    static Found<List<CertificateDigest>> Signers(XmlElement own, bool legacy)
    {
        var digests = new List<CertificateDigest>();
        foreach (var list in Elements.Children(own).Where(child => child.LocalName is "SigningCertificateV2" or "SigningCertificate"))
            foreach (var certificate in Elements.Children(list, "Cert", Names.Xades))
            {
                if (Elements.Children(certificate, "CertDigest", Names.Xades) is not [var digest]) return SignatureRefusalCode.XadesMalformed;
                if (Elements.Children(digest) is not [var method, var value] || Elements.Base64(value) is not { } bytes)
                    return SignatureRefusalCode.XadesMalformed;
                string name = TransformReader.AlgorithmOf(method);
                if (Algorithms.OfDigest(name, legacy) is not { } hash) return Algorithms.Refuse(name);
                digests.Add(new(hash, bytes));
            }
        return digests;
    }

    static bool CoversKeyInfo(ParsedSignature signature, DocumentIndex index) =>
        signature.KeyInfo is { } keyInfo && signature.References.Any(reference => index.Resolve(reference.Uri) == keyInfo);

    /// <summary>The media types of the signed things; null when one is said of something that is not signed.</summary>
    static List<string>? Formats(XmlElement properties, ParsedSignature signature)
    {
        var types = new List<string>();
        foreach (var list in Elements.Children(properties, "SignedDataObjectProperties", Names.Xades))
            foreach (var format in Elements.Children(list, "DataObjectFormat", Names.Xades))
            {
                string reference = format.GetAttribute("ObjectReference");
                if (!signature.References.Any(one => one.Element.GetAttribute("Id") is { Length: > 0 } id && reference == "#" + id)) return null;
                if (Elements.Children(format, "MimeType", Names.Xades) is [var type]) types.Add(type.InnerText.Trim());
            }
        return types;
    }
}
