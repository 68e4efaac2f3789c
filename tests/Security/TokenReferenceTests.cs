using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LLTP.Hub.Security;
using Xunit;

namespace LLTP.Hub.Tests.Security;

/// <summary>Every way of WSS 1.1 to name the signer's certificate, and that none of them is trusted by itself.</summary>
public sealed class TokenReferenceTests
{
    const string Name = "CN=\"Cơ quan chứng thực, Bộ Tư pháp\", OU=Phần mềm, OU=LLTP, O=Bộ Tư pháp, C=VN";
    static readonly string[] All = ["Body", "Timestamp", "MessageID"];
    static readonly X509Certificate2 Partner = CertificateOf(Name), Stranger = CertificateOf(Name);

    static byte[] KeyIdentifier => Partner.Extensions.OfType<X509SubjectKeyIdentifierExtension>().Single().SubjectKeyIdentifierBytes.ToArray();

    static string Serial => new BigInteger(Partner.SerialNumberBytes.Span, isUnsigned: true, isBigEndian: true).ToString(CultureInfo.InvariantCulture);

    public static TheoryData<string> Ways =>
    [
        SoapMessages.Identifier("X509SubjectKeyIdentifier", KeyIdentifier),
        SoapMessages.Identifier("ThumbprintSHA1", Partner.GetCertHash()),
        SoapMessages.Identifier("X509v3", Partner.RawData),
        SoapMessages.EmbeddedToken(Partner),
        SoapMessages.Embedded(Partner), SoapMessages.Reference(SoapMessages.Embedded(Partner)),
        SoapMessages.IssuerSerial(Partner.Issuer.Replace("\"", "&quot;"), Serial),
        SoapMessages.Reference(SoapMessages.IssuerSerial("C=VN,O=Bộ Tư pháp,OU=LLTP,OU=Phần mềm,CN=Cơ quan chứng thực\\, Bộ Tư pháp", Serial)),
        SoapMessages.Reference(SoapMessages.IssuerSerial(
            "CN=Cơ quan chứng thực\\2C B\\E1\\BB\\99 Tư pháp,OU=LLTP,OU=Phần mềm,O=B\\E1\\BB\\99 T\\C6\\B0 ph\\C3\\A1p,C=VN", Serial)),
    ];

    [Theory]
    [MemberData(nameof(Ways))]
    public void The_partners_certificate_is_found(string keyInfo) => Assert.Null(RefusalOf(Partner, keyInfo));

    [Theory]
    [MemberData(nameof(Ways))]
    public void Naming_the_partners_certificate_does_not_make_a_strangers_signature_good(string keyInfo) =>
        Assert.Equal(SignatureRefusalCode.Tampered, RefusalOf(Stranger, keyInfo));

    public static TheoryData<string, SignatureRefusalCode> Refused => new()
    {
        { SoapMessages.Identifier("X509SubjectKeyIdentifier", new byte[20]), SignatureRefusalCode.TokenUnavailable },
        { SoapMessages.Identifier("ThumbprintSHA1", Stranger.GetCertHash()), SignatureRefusalCode.TokenUnavailable },
        { SoapMessages.Identifier("Thumbprint", Partner.GetCertHash()), SignatureRefusalCode.TokenNotAllowed },
        { SoapMessages.Identifier("ThumbprintSHA1", []), SignatureRefusalCode.TokenMalformed },
        { SoapMessages.IssuerSerial("CN=Khác", Serial), SignatureRefusalCode.TokenUnavailable },
        { SoapMessages.IssuerSerial("C=VN,O=Bộ Tư pháp,OU=LLTP,OU=Phần mềm,CN=Cơ quan chứng thực\\, Bộ Tư pháp", "1"), SignatureRefusalCode.TokenUnavailable },
        { SoapMessages.Embedded(Stranger), SignatureRefusalCode.CertificateUnknown },
        { SoapMessages.EmbeddedToken(Stranger), SignatureRefusalCode.CertificateUnknown },
        { SoapMessages.Reference(""), SignatureRefusalCode.TokenUnavailable },
        { SoapMessages.Reference("<wsse:Reference URI='file:///etc/hostname'/>"), SignatureRefusalCode.TokenUnavailable },
        { SoapMessages.Reference("<wsse:Reference URI='#Body'/>"), SignatureRefusalCode.TokenUnavailable },
        { SoapMessages.Reference("<khac/>"), SignatureRefusalCode.TokenNotAllowed },
        { "<ds:KeyName xmlns:ds='http://www.w3.org/2000/09/xmldsig#'>lltp</ds:KeyName>", SignatureRefusalCode.TokenNotAllowed },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_names_no_known_certificate_is_refused_by_name(string keyInfo, SignatureRefusalCode expected) =>
        Assert.Equal(expected, RefusalOf(Stranger, keyInfo));

    static SignatureRefusalCode? RefusalOf(X509Certificate2 signer, string keyInfo) => WsSecurity.Verify(
        SoapMessages.Signed(signer, keyInfo, All), new([Partner], allowDevelopment: false), Samples.Now, Samples.FiveMinutes).Refusal?.Code;

    static X509Certificate2 CertificateOf(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request.CreateSelfSigned(Samples.Now.AddDays(-1), Samples.Now.AddDays(30));
    }
}
