using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Xml;
using System.Xml;
using System.Xml.Linq;

namespace LLTP.Hub.Simulators.Common;

/// <summary>Reads envelopes and believes only what the pinned partner has signed within the last five minutes.</summary>
sealed class SoapVerifier(SigningTrust trust, TimeProvider clock)
{
    static readonly TimeSpan Window = TimeSpan.FromMinutes(5);
    static readonly XName SignedInfo = XName.Get("SignedInfo", SignedXml.XmlDsigNamespaceUrl);

    public SoapReading Read(byte[] bytes)
    {
        if (SigningDocument.Read(bytes) is not { } document)
            return new("Thông điệp không phải XML hợp lệ");
        if (SoapParts.Of(document) is not { Body: { } body, Timestamp: { } timestamp, Signature: { } signature } parts)
            return new("Thông điệp thiếu phần bắt buộc của SOAP hoặc WS-Security");
        if (!IsSigned(document, parts, signature))
            return new("Chữ ký số không hợp lệ");
        if (!IsRecent(timestamp))
            return new("Thông điệp đã quá hạn");
        return body.ChildNodes.OfType<XmlElement>().Take(2).ToArray() is [var content]
            ? new(null, content, parts.Address("MessageID"), parts.Address("Action"), parts.Address("To"), parts.Address("RelatesTo"))
            : new("Thân thông điệp phải có đúng một phần tử");
    }

    bool IsSigned(XmlDocument document, SoapParts parts, XmlElement signature)
    {
        var signed = new SignedXml(document);
        return SigningRules.Load(signed, signature)
            && SigningRules.Allow(signed, SignedXml.XmlDsigExcC14NTransformUrl)
            && SigningRules.Targets(signed).ToHashSet().SetEquals(parts.Signable.Keys)
            && SigningRules.DigestsHold(signed, parts.Signable)
            && Holds(signed, SoapParts.Only(signature, SignedInfo), parts.Token?.InnerText ?? "");
    }

    bool Holds(SignedXml signed, XmlElement? info, string token)
    {
        var shown = new byte[token.Length];
        if (info is null || !Convert.TryFromBase64String(token, shown, out var length))
            return false;
        var rsa = trust.KeyFor(shown.AsSpan(0, length));
        return rsa is not null
            && rsa.VerifyHash(SigningDigest.Of(info), signed.SignatureValue ?? [], HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    bool IsRecent(XmlElement timestamp)
    {
        var now = clock.GetUtcNow();
        return Time(timestamp, "Created") is { } created && Time(timestamp, "Expires") is { } expires
            && (now - created).Duration() <= Window && now <= expires + Window;
    }

    static DateTimeOffset? Time(XmlElement timestamp, string name) =>
        DateTimeOffset.TryParse(SoapParts.Only(timestamp, SoapNames.Wsu + name)?.InnerText, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
