using System.Xml;
using LLTP.Hub.Security;

namespace LLTP.Hub.Host.Verify;

/// <summary>Judges the one signature of an XML document, wherever in it the signature stands: in a document, around data, or in a SOAP message.</summary>
static class XmlFileCheck
{
    public static Verdict Run(string file, byte[] bytes, VerifyRequest request)
    {
        var read = SafeXml.Read(bytes, XmlLimits.Default);
        if (read.Document is not { } document) return Verdict.Bad(file, read.Refusal?.Code.ToString() ?? "NotXml", read.Refusal?.Sentence ?? "");
        var verified = XmlVerifier.Verify(document, request.Policy, request.At);
        if (!verified.IsVerified) return Verdict.Bad(file, verified.Refusal.Code.ToString(), verified.Refusal.Sentence);
        var verdict = request.Require is not { } name || IsSigned(verified, document, name)
            ? Verdict.Good(file)
            : Verdict.Bad(file, "NotSigned", "A part that must be signed is not covered by the signature.");
        return verdict with { SignedElements = [.. verified.Parts.Select(NameOf)], Signatures = [View(verified)] };
    }

    static SignatureView View(XmlVerification verified) => new()
    {
        Signer = SignerView.Of(verified.Signer), Algorithm = SignatureView.NameOf(verified.Algorithm), SigningTime = verified.SigningTime,
    };

    // A second element of the name that nobody signed is how wrapping attacks look: every one must be covered.
    static bool IsSigned(XmlVerification verified, XmlDocument document, string name)
    {
        var meant = document.GetElementsByTagName("*").OfType<XmlElement>().Where(one => one.LocalName == name || NameOf(one) == name).ToList();
        return meant.Count > 0 && meant.TrueForAll(verified.Covers);
    }

    static string NameOf(SignedPart part) => part.Element is { } element ? NameOf(element) : "base64";

    static string NameOf(XmlElement element) => $"{{{element.NamespaceURI}}}{element.LocalName}";
}
