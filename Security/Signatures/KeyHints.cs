using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml;

namespace LLTP.Hub.Security;

/// <summary>What a ds:KeyInfo says about the signer. None of it is believed: it only finds the one that the partner's trust knows.</summary>
sealed class KeyHints
{
    static readonly HashSet<string> Remote = ["RetrievalMethod", "KeyInfoReference"];

    readonly List<byte[]> certificates = [];
    readonly List<Func<X509Certificate2, bool>> marks = [];

    /// <summary>The certificates that are shown, in their order.</summary>
    public IReadOnlyList<byte[]> Certificates => certificates;

    public static Found<KeyHints> Read(XmlElement? keyInfo)
    {
        var hints = new KeyHints();
        foreach (var child in Elements.Children(keyInfo))
        {
            if (Remote.Contains(child.LocalName))
                return new SignatureRefusal(SignatureRefusalCode.ReferenceNotAllowed, $"The key information uses {child.LocalName}, which is refused.");
            hints.Take(child);
        }
        return hints;
    }

    /// <summary>The shown certificate if trust knows it or may come to, else a pinned one that the other hints describe.</summary>
    public Found<TrustedCertificate> Signer(Trust trust, DateTimeOffset at)
    {
        if (certificates.Count > 0) return ShownCertificates.Of(certificates, trust).Judge(trust, at);
        Found<TrustedCertificate> last = SignatureRefusalCode.CertificateUnknown;
        foreach (var candidate in trust.Certificates)
        {
            if (marks.Count == 0 ? trust.Certificates.Count > 1 : !marks.Exists(mark => mark(candidate))) continue;
            last = trust.Accept(candidate.RawData, [], CertificatePurpose.Signature, at);
            if (last.Holds) return last;
        }
        return last;
    }

    void Take(XmlElement child)
    {
        if (Elements.Is(child, "X509Data", Names.Signature))
            foreach (var part in Elements.Children(child)) TakeX509(part);
        else if (Elements.Is(child, "KeyValue", Names.Signature) && Elements.Children(child) is [var value])
            MarkKey(KeyValues.Read(value));
        else if (Elements.Is(child, "DEREncodedKeyValue", Names.Signature11))
            MarkKey(Elements.Base64(child));
    }

    void TakeX509(XmlElement part)
    {
        if (part.LocalName == "X509IssuerSerial") MarkIssue(Text(part, "X509IssuerName"), Text(part, "X509SerialNumber"));
        else if (part.LocalName == "X509SubjectName") Mark(part.InnerText.Trim(), static (one, name) => CertificateNames.IsOf(one, name));
        else if (Elements.Base64(part) is not { } bytes) return;
        else if (part.LocalName == "X509Certificate") certificates.Add(bytes);
        else if (part.LocalName == "X509SKI") Mark(bytes, static (one, id) => CertificateNames.HasKeyIdentifier(one, id));
        else if (part.LocalName == "X509Digest" && Algorithms.OfDigest(TransformReader.AlgorithmOf(part)) is { } hash)
            marks.Add(one => CryptographicOperations.HashData(hash, one.RawDataMemory.Span).AsSpan().SequenceEqual(bytes));
    }

    void Mark<T>(T value, Func<X509Certificate2, T, bool> test) => marks.Add(one => test(one, value));

    void MarkKey(byte[]? key)
    {
        if (key is not null) marks.Add(one => one.PublicKey.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(key));
    }

    void MarkIssue(string issuer, string serial) => marks.Add(one => CertificateNames.WasIssuedAs(one, issuer, serial));

    static string Text(XmlElement parent, string name) => Elements.Children(parent, name, Names.Signature) is [var only] ? only.InnerText.Trim() : "";
}
