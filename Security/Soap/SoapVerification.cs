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

    /// <summary>Null unless the header was signed; so are the other addresses.</summary>
    public string? MessageId { get; private init; }
    public string? RelatesTo { get; private init; }
    public string? Action { get; private init; }
    public string? To { get; private init; }

    /// <summary>What the sender called its message, signed or not: good for the RelatesTo of the answer and for nothing else.</summary>
    public string? AnswerTo { get; private init; }
    public SignatureRefusal? Refusal { get; private init; }

    [MemberNotNullWhen(true, nameof(Element), nameof(Signer))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsVerified => Element is not null && Signer is not null;

    internal static SoapVerification Of(
        XmlElement element, SoapEnvelope envelope, IReadOnlyList<XmlElement> signed, X509Certificate2 signer, string? answerTo) => new()
    {
        Element = element,
        Signer = signer,
        MessageId = envelope.Text("MessageID", signed),
        RelatesTo = envelope.Text("RelatesTo", signed),
        Action = envelope.Text("Action", signed),
        To = envelope.Text("To", signed),
        AnswerTo = answerTo,
    };

    internal static SoapVerification Refused(SignatureRefusal refusal, string? answerTo) => new() { Refusal = refusal, AnswerTo = answerTo };
}
