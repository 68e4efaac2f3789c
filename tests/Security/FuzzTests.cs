using System.Diagnostics;
using System.Text;
using System.Xml;
using LLTP.Hub.Security;
using Xunit;

namespace LLTP.Hub.Tests.Security;

/// <summary>
/// Valid messages with bytes and markup changed at random, every second one with its digests mended: no crash, no long thought,
/// and only the signed element is handed out.
/// </summary>
public sealed class FuzzTests
{
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);
    static readonly string[] Markup =
        ["<a>", "</a>", "<a/>", "<!---->", "<?x?>", "<![CDATA[]]>", "&#13;", " Id=\"yc-1\"", "xmlns=\"\"", "\"", "#", "sha1", "&lt;", " "];

    [Fact]
    public void A_mutated_document_gives_the_signed_element_or_a_refusal()
    {
        var canonical = Samples.Octets(Samples.Xml(Samples.Request), CanonicalForm.Plain);
        byte[] valid = DocumentSigner.Sign(canonical, "yc-1", Samples.Partner, Samples.Now);
        string original = Canonical.ExclusiveSha256(Samples.Root(Samples.Request));
        Fuzz(valid, Full.Or(10_000, 1_500), document => XmlVerifier.VerifyEnveloped(document, Samples.Trusted, Samples.Now).Element is { } element
            ? Canonical.ExclusiveSha256(element) : null, original);
    }

    [Fact]
    public void A_mutated_SOAP_message_gives_the_signed_element_or_a_refusal()
    {
        var message = new SoapMessage("<a xmlns=\"urn:1\"><b x=\"1\">đ</b></a>"u8.ToArray(), "urn:uuid:1", "urn:a", "urn:b", "urn:uuid:0");
        byte[] valid = SoapSigner.Sign(message, Samples.Partner, Samples.Now, Samples.FiveMinutes).ToArray();
        string original = Canonical.ExclusiveSha256(Samples.Root("<a xmlns=\"urn:1\"><b x=\"1\">đ</b></a>"));
        Fuzz(valid, Full.Or(10_000, 1_500), envelope => WsSecurity.Verify(envelope, Samples.Trusted, Samples.Now, Samples.FiveMinutes).Element is { } element
            ? Canonical.ExclusiveSha256(element) : null, original);
    }

    static void Fuzz(byte[] valid, int times, Func<XmlDocument, string?> verify, string original)
    {
        var random = new Random(20261121);
        int accepted = 0;
        for (int i = 0; i < times; i++)
        {
            byte[] mutated = Mutated(valid, random);
            long start = Stopwatch.GetTimestamp();
            string? got = SafeXml.Read(mutated, XmlLimits.Default).Document is { } document
                ? verify(i % 2 == 0 ? document : Attacker.RepairDigests(document)) : null;
            Assert.True(Stopwatch.GetElapsedTime(start) < Longest, Encoding.UTF8.GetString(mutated));
            if (got is null) continue;
            Assert.Equal(original, got);
            accepted++;
        }
        Assert.InRange(accepted, 1, times / 2);
    }

    static byte[] Mutated(byte[] valid, Random random)
    {
        var bytes = valid.ToList();
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            int at = random.Next(bytes.Count);
            int length = random.Next(1, Math.Min(40, bytes.Count - at + 1));
            switch (random.Next(5))
            {
                case 0: bytes[at] ^= (byte)(1 << random.Next(8)); break;
                case 1: bytes.RemoveRange(at, length); break;
                case 2: bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length)); break;
                case 3: bytes.InsertRange(AfterTag(bytes, at), Encoding.UTF8.GetBytes(Markup[random.Next(Markup.Length)])); break;
                default: bytes.InsertRange(at, Encoding.UTF8.GetBytes(Markup[random.Next(Markup.Length)])); break;
            }
        }
        return [.. bytes];
    }

    static int AfterTag(List<byte> bytes, int at)
    {
        int end = bytes.IndexOf((byte)'>', at);
        return end < 0 ? 0 : end + 1;
    }
}
