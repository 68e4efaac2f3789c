using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography.X509Certificates;
using System.Xml;

namespace LLTP.Hub.Security;

/// <summary>Either the very element that was signed, which is all that may be read, or the reason why nothing is believed.</summary>
public sealed class Verification
{
    public XmlElement? Element { get; private init; }
    public X509Certificate2? Signer { get; private init; }

    /// <summary>What the signer said in XAdES properties; null where there are none.</summary>
    public SignedProperties? Properties { get; private init; }

    public SignatureRefusal? Refusal { get; private init; }

    [MemberNotNullWhen(true, nameof(Element), nameof(Signer))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsVerified => Element is not null && Signer is not null;

    internal static Verification Of(XmlElement element, X509Certificate2 signer, SignedProperties? properties) =>
        new() { Element = element, Signer = signer, Properties = properties };

    internal static Verification Refused(SignatureRefusal refusal) => new() { Refusal = refusal };

    internal static Verification Refused(SignatureRefusalCode code) => Refused(SignatureRefusal.Of(code));
}
