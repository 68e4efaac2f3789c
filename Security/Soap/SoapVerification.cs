using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography.X509Certificates;
using System.Xml;

namespace LLTP.Hub.Security;

/// <summary>Either what the signature of a SOAP message covers, which is all that may be read, or why nothing is believed.</summary>
public sealed class SoapVerification
{
    /// <summary>The one element in the verified Body.</summary>
    public XmlElement? Element { get; private init; }
    public X509Certificate2? Signer { get; private init; }
    public string? MessageId { get; private init; }
    public string? RelatesTo { get; private init; }
    public string? Action { get; private init; }
    public string? To { get; private init; }
    public SignatureRefusal? Refusal { get; private init; }

    [MemberNotNullWhen(true, nameof(Element), nameof(Signer))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsVerified => Element is not null && Signer is not null;

    internal static SoapVerification Of(XmlElement element, SoapEnvelope envelope, X509Certificate2 signer) => new()
    {
        Element = element,
        Signer = signer,
        MessageId = envelope.Text("MessageID"),
        RelatesTo = envelope.Text("RelatesTo"),
        Action = envelope.Text("Action"),
        To = envelope.Text("To"),
    };

    internal static SoapVerification Refused(SignatureRefusal refusal) => new() { Refusal = refusal };

    internal static SoapVerification Refused(SignatureRefusalCode code) => Refused(SignatureRefusal.Of(code));
}
