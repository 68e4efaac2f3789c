using System.Diagnostics;
using System.Text;
using System.Xml;
using LLTP.Hub.Security;
using Xunit;

namespace LLTP.Hub.Tests.Security;

/// <summary>
/// Valid messages whose trees are changed at random, every second one with its digests mended afterwards:
/// what is believed is the signed element, in a document of one signature where no identifier occurs twice.
/// </summary>
public sealed class StructureFuzzTests
{
    static readonly int Rounds = Full.Or(20_000, 1_500);

    [Fact]
    public void Of_a_changed_document_only_the_signed_element_is_believed()
    {
        var canonical = Samples.Octets(Samples.Xml(Samples.Request), CanonicalForm.Plain);
        Fuzz(DocumentSigner.Sign(canonical, "yc-1", Samples.Partner, Samples.Now), 1, document =>
            XmlVerifier.VerifyEnveloped(document, Samples.Trusted, Samples.Now).Element, Samples.Root(Samples.Request));
    }

    [Fact]
    public void Of_a_changed_document_of_any_shape_only_the_signed_element_is_believed()
    {
        var canonical = Samples.Octets(Samples.Xml(Samples.Request), CanonicalForm.Plain);
        Fuzz(DocumentSigner.Sign(canonical, "yc-1", Samples.Partner), 2, document =>
            XmlVerifier.Verify(document, VerificationPolicy.By(Samples.Trusted), Samples.Now) is { IsVerified: true } verified
                ? Assert.Single(verified.Parts).Element : null, Samples.Root(Samples.Request));
    }

    [Fact]
    public void Of_a_changed_SOAP_message_only_the_signed_element_is_believed()
    {
        const string content = "<a xmlns=\"urn:1\"><b x=\"1\">đ</b></a>";
        var message = new SoapMessage(Encoding.UTF8.GetBytes(content), "urn:uuid:1", "urn:a", "urn:b", "urn:uuid:0");
        Fuzz(SoapSigner.Sign(message, Samples.Partner, Samples.Now, Samples.FiveMinutes).ToArray(), 3, document =>
        {
            var verified = WsSecurity.Verify(document, Samples.Trusted, Samples.Now, Samples.FiveMinutes);
            if (verified.IsVerified) Assert.Equal(("urn:uuid:1", "urn:a", "urn:b", "urn:uuid:0"), (verified.MessageId, verified.Action, verified.To, verified.RelatesTo));
            return verified.Element;
        }, Samples.Root(content));
    }

    static void Fuzz(byte[] valid, int seed, Func<XmlDocument, XmlElement?> verify, XmlElement original)
    {
        var random = new Random(seed);
        string expected = Signed(original);
        int accepted = 0;
        for (int round = 0; round < Rounds; round++)
        {
            var document = Mutated(valid, random);
            long start = Stopwatch.GetTimestamp();
            var element = verify(document);
            Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(2));
            if (element is null) continue;
            accepted++;
            Assert.True(expected == Signed(element), $"round {round}: {document.OuterXml}");
            Assert.True(Attacker.HasUniqueIdentifiers(document), $"round {round}: an identifier occurs twice.");
            Assert.Single(Attacker.Elements(document, "//*[local-name()='Signature']"));
        }
        Assert.InRange(accepted, 1, Rounds / 2);
    }

    // Without the signature, which the general verification finds at any depth, and without what the content hash leaves out.
    static string Signed(XmlElement element)
    {
        var copy = (XmlElement)element.CloneNode(deep: true);
        foreach (var signature in Attacker.Elements(copy, "descendant::*[local-name()='Signature']")) signature.ParentNode?.RemoveChild(signature);
        return Canonical.ExclusiveSha256(copy);
    }

    static XmlDocument Mutated(byte[] valid, Random random)
    {
        var document = Samples.Xml(Encoding.UTF8.GetString(valid));
        new TreeMutation(document, random).Apply();
        return random.Next(2) == 0 ? document : Attacker.RepairDigests(document);
    }
}
