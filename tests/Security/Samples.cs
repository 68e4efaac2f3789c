using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Xml;
using LLTP.Hub.Security;

namespace LLTP.Hub.Tests.Security;

static class Samples
{
    public const string Wsu = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
    public const string Addressing = "http://www.w3.org/2005/08/addressing";
    public const string Request = """
        <ycx:YeuCau xmlns:ycx="urn:mau" Id="yc-1">
          <ycx:Ma>A-1</ycx:Ma>
          <ycx:GhiChu loai="1 &lt; 2 &amp; &#10;">Nguyễn &amp; Đặng 😀</ycx:GhiChu><!-- ghi chú --><Khac xmlns="urn:khac"/>
        </ycx:YeuCau>
        """;

    public const string Envelope = """
        <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:wsa="http://www.w3.org/2005/08/addressing" xmlns:la="urn:la">
          <s:Header>
            <wsa:MessageID>urn:uuid:1</wsa:MessageID><wsa:Action> traTrangThaiHs </wsa:Action><wsa:RelatesTo>urn:uuid:0</wsa:RelatesTo>
          </s:Header>
          <s:Body><traTrangThaiHs xmlns="urn:lltp"><ma la:x="1">A-1</ma><ma>A-2</ma></traTrangThaiHs></s:Body>
        </s:Envelope>
        """;

    public static readonly DateTimeOffset Now = new(2026, 11, 21, 8, 0, 0, TimeSpan.FromHours(7));
    public static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);
    public static readonly SigningKey Partner = KeyOf("CN=Doi tac", 2048);
    public static readonly SigningKey Stranger = KeyOf("CN=Nguoi la", 2048);
    public static readonly SigningKey Development = DevelopmentKeys.Create("V06", new FixedClock(Now));
    public static readonly Trust Trusted = new([Partner.Certificate], allowDevelopment: false);

    public static SigningKey KeyOf(string subject, int bits) => new(CertificateOf(subject, bits));

    public static X509Certificate2 CertificateOf(string subject, int bits)
    {
        using var key = RSA.Create(bits);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(Now.AddDays(-1), Now.AddDays(30));
    }

    public static XmlDocument Xml(string text) => SafeXml.Read(Encoding.UTF8.GetBytes(text), XmlLimits.Default).Document
        ?? throw new ArgumentException("The sample is not readable XML.");

    public static XmlElement Root(string text) => RootOf(Xml(text));

    public static XmlElement RootOf(XmlDocument document) => document.DocumentElement ?? throw new ArgumentException("There is no root.");

    public static XmlElement First(XmlDocument document, string localName) =>
        document.SelectSingleNode($"//*[local-name()='{localName}']") as XmlElement
        ?? throw new ArgumentException($"There is no {localName}.");

    public static XmlDocument Sent(XmlDocument document) => SafeXml.Read(SafeXml.Write(document), XmlLimits.Default).Document
        ?? throw new ArgumentException("What was written cannot be read.");

    public static byte[] Octets(XmlNode apex, CanonicalForm form, XmlNode? without = null)
    {
        using var stream = new MemoryStream();
        Canonical.Write(apex, form, stream, without);
        return stream.ToArray();
    }

    public static XmlDocument SignedRequest(SigningKey key, string text = Request)
    {
        var document = Xml(text);
        string id = RootOf(document).GetAttribute("Id");
        return Xml(Encoding.UTF8.GetString(DocumentSigner.Sign(Octets(document, CanonicalForm.Plain), id, key)));
    }

    public static XmlDocument SignedEnvelope(SigningKey key, string text = Envelope)
    {
        var document = Xml(text);
        EnvelopeSigner.Sign(document, key, Now, FiveMinutes);
        return Sent(document);
    }

    public static SignatureRefusalCode? RefusalOf(XmlDocument request) =>
        XmlVerifier.VerifyEnveloped(request, Trusted, Now).Refusal?.Code;

    public static SignatureRefusalCode? SoapRefusalOf(XmlDocument envelope) =>
        WsSecurity.Verify(envelope, Trusted, Now, FiveMinutes).Refusal?.Code;
}

sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
