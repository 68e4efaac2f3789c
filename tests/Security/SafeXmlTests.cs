using System.Text;
using LLTP.Hub.Security;
using Xunit;

namespace LLTP.Hub.Tests.Security;

public sealed class SafeXmlTests
{
    [Theory]
    [InlineData("", XmlRefusalCode.NotXml)]
    [InlineData("not xml", XmlRefusalCode.NotXml)]
    [InlineData("<a><b></a>", XmlRefusalCode.NotXml)]
    [InlineData("<a>&unknown;</a>", XmlRefusalCode.NotXml)]
    [InlineData("<a>&#x1;</a>", XmlRefusalCode.NotXml)]
    [InlineData("<a/><b/>", XmlRefusalCode.NotXml)]
    [InlineData("<a x='1' x='2'/>", XmlRefusalCode.NotXml)]
    [InlineData("<?xml version='1.0' encoding='no-such'?><a/>", XmlRefusalCode.NotXml)]
    [InlineData("<!DOCTYPE a><a/>", XmlRefusalCode.DtdForbidden)]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>", XmlRefusalCode.DtdForbidden)]
    public void Bytes_that_are_not_plain_XML_are_refused(string text, XmlRefusalCode expected)
    {
        var reading = SafeXml.Read(Encoding.UTF8.GetBytes(text), XmlLimits.Default);
        Assert.False(reading.IsRead);
        Assert.Equal(expected, reading.Refusal.Code);
    }

    [Fact]
    public void Broken_UTF8_is_refused() => Assert.Equal(XmlRefusalCode.NotXml, CodeOf([.. "<a>"u8, 0xC3, 0x28, .. "</a>"u8]));

    [Fact]
    public void A_hundred_thousand_nested_elements_are_refused() =>
        Assert.Equal(XmlRefusalCode.TooDeep, CodeOf(Repeated("<a>", 100_000)));

    [Fact]
    public void The_deepest_allowed_nesting_is_read_and_one_more_is_not()
    {
        Assert.Null(CodeOf([.. Repeated("<a>", 64), .. Repeated("</a>", 64)]));
        Assert.Equal(XmlRefusalCode.TooDeep, CodeOf([.. Repeated("<a>", 65), .. Repeated("</a>", 65)]));
    }

    [Fact]
    public void More_nodes_than_allowed_are_refused()
    {
        Assert.Null(CodeOf([.. "<r>"u8, .. Repeated("<a/>", 199_999), .. "</r>"u8]));
        Assert.Equal(XmlRefusalCode.TooManyNodes, CodeOf([.. "<r>"u8, .. Repeated("<a/>", 200_000), .. "</r>"u8]));
        Assert.Equal(XmlRefusalCode.TooManyNodes, CodeOf([.. "<r>"u8, .. Repeated("<a b=''/>", 100_000), .. "</r>"u8]));
    }

    [Theory]
    [InlineData("a", 256, null)]
    [InlineData("a", 257, XmlRefusalCode.TooManyAttributes)]
    [InlineData("a", 100_000, XmlRefusalCode.TooManyAttributes)]
    [InlineData("xmlns:a", 64, null)]
    [InlineData("xmlns:a", 65, XmlRefusalCode.TooManyNamespaces)]
    public void Attributes_and_namespaces_of_one_element_are_bounded(string name, int count, XmlRefusalCode? expected)
    {
        string attributes = string.Concat(Enumerable.Range(0, count).Select(i => $" {name}{i}='u'"));
        Assert.Equal(expected, CodeOf(Encoding.UTF8.GetBytes($"<r{attributes}/>")));
    }

    [Fact]
    public void More_bytes_than_allowed_are_refused_unread()
    {
        var limits = XmlLimits.Default with { Bytes = 10 };
        Assert.True(SafeXml.Read("<a>1234</a>"u8[..10].ToArray(), limits) is { Refusal.Code: XmlRefusalCode.NotXml });
        Assert.True(SafeXml.Read("<a>1234</a>"u8.ToArray(), limits) is { Refusal.Code: XmlRefusalCode.TooLarge });
    }

    [Fact]
    public void Five_megabytes_in_one_text_are_read_whole()
    {
        string text = Convert.ToBase64String(new byte[5 * 1024 * 1024]);
        Assert.Equal(text, Samples.Root($"<r>{text}</r>").InnerText);
    }

    [Fact]
    public void A_slice_of_a_larger_buffer_is_read_alone()
    {
        byte[] buffer = "xxx<a>1</a>yyy"u8.ToArray();
        Assert.Equal("1", SafeXml.Read(buffer.AsMemory(3, 8), XmlLimits.Default).Document?.InnerText);
    }

    [Fact]
    public void What_is_written_reads_back_the_same()
    {
        const string Text = "<a x=\"&#xA;&lt;\"> 1&#xD;\n<b></b><c />đ<![CDATA[<]]><?p q?><!--c--></a>";
        Assert.Equal("<?xml version=\"1.0\" encoding=\"utf-8\"?>" + Text, Encoding.UTF8.GetString(SafeXml.Write(Samples.Xml(Text))));
    }

    [Fact]
    public void A_refusal_does_not_quote_the_content() =>
        Assert.DoesNotContain("Nguyen", SafeXml.Read("<Nguyen>"u8.ToArray(), XmlLimits.Default).Refusal?.Sentence);

    static XmlRefusalCode? CodeOf(byte[] bytes) => SafeXml.Read(bytes, XmlLimits.Default).Refusal?.Code;

    static byte[] Repeated(string text, int times) => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(text, times)));
}
