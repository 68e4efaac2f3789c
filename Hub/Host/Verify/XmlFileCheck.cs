using System.Xml;
using LLTP.Hub.Security;

namespace LLTP.Hub.Host.Verify;

/// <summary>Judges one signed XML document.</summary>
static class XmlFileCheck
{
    public static Verdict Run(string file, byte[] bytes, VerifyRequest request)
    {
        var read = SafeXml.Read(bytes, XmlLimits.Default);
        if (read.Document is not { } document) return Verdict.Bad(file, read.Refusal?.Code.ToString() ?? "NotXml", read.Refusal?.Sentence ?? "");
        var verified = XmlVerifier.VerifyEnveloped(document, request.Trust, request.At);
        if (!verified.IsVerified) return Verdict.Bad(file, verified.Refusal.Code.ToString(), verified.Refusal.Sentence);
        var verdict = request.Require is null || verified.Element.LocalName == request.Require
            ? Verdict.Good(file)
            : Verdict.Bad(file, "NotSigned", "A part that must be signed is not covered by the signature.");
        return verdict with
        {
            SignedElements = [NameOf(verified.Element)], Signatures = [new() { Signer = SignerView.Of(verified.Signer) }],
        };
    }

    static string NameOf(XmlElement element) => $"{{{element.NamespaceURI}}}{element.LocalName}";
}
