using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Xml;
using BenchmarkDotNet.Attributes;
using LLTP.Hub.Security;

namespace LLTP.Hub.Benchmarks;

/// <summary>From the bytes of a signed document to the verified element: ours against the framework's SignedXml, the same certificate pinned.</summary>
[MemoryDiagnoser]
public class Verifying
{
    static readonly Trust Trusted = new([Documents.Key.Certificate], allowDevelopment: false);
    static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
    byte[] signed = [];

    [Params("4 KB", "100 KB", "100 KB base64", "400 KB", "1600 KB")]
    public string Document { get; set; } = "";

    [GlobalSetup]
    public void Sign()
    {
        var kilobytes = int.Parse(Document.Split(' ')[0], null);
        var shape = Document.EndsWith("base64", StringComparison.Ordinal) ? Shape.File : Shape.Elements;
        signed = DocumentSigner.Sign(Documents.Of(shape, (kilobytes * 1024) - 2300), "goc", Documents.Key);
        if (Ours() is null || Framework() is null) throw new InvalidOperationException("The document does not verify.");
    }

    [Benchmark]
    public XmlElement? Ours() => SafeXml.Read(signed, XmlLimits.Default).Document is { } document
        ? XmlVerifier.VerifyEnveloped(document, Trusted, Documents.Now).Element
        : null;

    [Benchmark(Baseline = true)]
    public XmlElement? Framework()
    {
        using var stream = new MemoryStream(signed, writable: false);
        using var reader = XmlReader.Create(stream, Safe);
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        document.Load(reader);
        var xml = new SignedXml(document);
        if (document.GetElementsByTagName("Signature", SignedXml.XmlDsigNamespaceUrl)[0] is not XmlElement signature) return null;
        xml.LoadXml(signature);
        return xml.CheckSignature(Documents.Key.Certificate, verifySignatureOnly: true) ? document.DocumentElement : null;
    }
}
