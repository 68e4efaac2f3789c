using System.Text;
using LLTP.Hub.Security;
using Xunit;

namespace LLTP.Hub.Tests.Edges;

public sealed class SoapDoorTests(RunningHub hub) : IClassFixture<RunningHub>
{
    const string Path = "soap/lltp";
    const string Door = "lltp.push";
    const string Start = "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>";
    const string End = "</s:Body></s:Envelope>";

    public static TheoryData<string> NotXml =>
    [
        "", "không phải XML", "<a>", "\uFEFF<?xml version=\"1.0\"?>",
        $"<!DOCTYPE a [<!ENTITY b \"c\">]>{Start}<a>&b;</a>{End}",
        $"<!DOCTYPE a SYSTEM \"file:///etc/hostname\">{Start}<a/>{End}",
        string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000)),
        $"{Start}{string.Concat(Enumerable.Repeat("<a/>", 250_000))}{End}",
    ];

    [Theory]
    [MemberData(nameof(NotXml), DisableDiscoveryEnumeration = true)]
    public async Task What_is_not_bounded_xml_without_dtd_gets_a_fault_and_leaves_one_row(string text)
    {
        var sent = Encoding.UTF8.GetBytes(text);

        (await hub.PostAsync(Path, sent, "text/xml; charset=utf-8")).IsFault(hub, "Malformed");

        await hub.LeftOneRowOnlyAsync(sent, Door, "Malformed");
    }

    [Fact]
    public async Task A_message_without_signature_is_not_believed()
    {
        var sent = Encoding.UTF8.GetBytes($"{Start}<capNhatTrangThai xmlns=\"urn:lltp-hub:lltp:1\"/>{End}");

        await IsForgedAsync(sent, "wsse:InvalidSecurity");
    }

    [Fact]
    public async Task A_message_changed_after_it_was_signed_is_not_believed() =>
        await IsForgedAsync(SignedCalls.StateChange(hub.KeyOf("lltp")).Replaced("<trangThai>5<", "<trangThai>3<"), "wsse:FailedCheck");

    [Theory]
    [InlineData("MessageID"), InlineData("Action")]
    public async Task A_changed_address_is_not_believed(string header) =>
        await IsForgedAsync(SignedCalls.StateChange(hub.KeyOf("lltp")).Replaced($"wsu:Id=\"{header}\">urn:", $"wsu:Id=\"{header}\">urm:"), "wsse:FailedCheck");

    [Fact]
    public async Task A_message_signed_by_another_partner_or_a_stranger_is_not_believed()
    {
        await IsForgedAsync(SignedCalls.StateChange(hub.KeyOf("v06")), "wsse:FailedAuthentication");
        using var stranger = DevelopmentKeys.Create("lltp", TimeProvider.System);
        await IsForgedAsync(SignedCalls.StateChange(stranger), "wsse:FailedAuthentication");
    }

    [Fact]
    public async Task A_content_type_other_than_xml_gets_a_fault_and_leaves_one_row()
    {
        var sent = SignedCalls.StateChange(hub.KeyOf("lltp"));

        (await hub.PostAsync(Path, sent, "application/json")).IsFault(hub, "UnsupportedMedia");

        await hub.LeftOneRowOnlyAsync(sent, Door, "UnsupportedMedia");
    }

    [Fact]
    public async Task Above_sixteen_megabytes_a_message_gets_a_fault_and_leaves_one_row()
    {
        var sent = Encoding.ASCII.GetBytes(new string(' ', 17 << 20));

        (await hub.PostAsync(Path, sent, "text/xml")).IsFault(hub, "TooLarge");

        await hub.LeftOneRowOnlyAsync(sent, Door, "TooLarge");
    }

    [Fact]
    public async Task The_partner_itself_with_an_unknown_dossier_gets_a_fault_and_its_message_is_kept()
    {
        var sent = SignedCalls.StateChange(hub.KeyOf("lltp"));

        (await hub.PostAsync(Path, sent, "text/xml; charset=utf-8")).IsFault(hub, "UnknownDossier");

        await hub.WasKeptWholeAsync(sent, Door, "lltp", "UnknownDossier");
    }

    [Fact]
    public async Task An_envelope_of_soap_1_2_gets_a_version_mismatch()
    {
        const string Newer = "<e:Envelope xmlns:e=\"http://www.w3.org/2003/05/soap-envelope\"><e:Body><a/></e:Body></e:Envelope>";

        (await hub.PostAsync(Path, Encoding.UTF8.GetBytes(Newer), "application/soap+xml")).IsFault(hub, "Forged", "s:VersionMismatch");
    }

    [Fact]
    public async Task A_fault_relates_to_the_message_and_names_the_rule_in_a_code_and_a_sentence()
    {
        const string Id = "urn:uuid:0193c1a4-0000-7000-8000-000000000001";
        const string Header = $"<s:Header><a:MessageID xmlns:a=\"http://www.w3.org/2005/08/addressing\">{Id}</a:MessageID>"
            + "<x:Giao xmlns:x=\"urn:x\" s:mustUnderstand=\"1\"/></s:Header>";
        var sent = Encoding.UTF8.GetBytes($"{Start.Replace("<s:Body>", $"{Header}<s:Body>", StringComparison.Ordinal)}<a/>{End}");

        var answer = await hub.PostAsync(Path, sent, "text/xml");

        answer.IsFault(hub, "Forged", "s:MustUnderstand");
        var verified = WsSecurity.Verify(answer.Xml, hub.HubTrust, SignedCalls.Now, TimeSpan.FromMinutes(5));
        Assert.Equal((Id, "HeaderNotUnderstood"), (verified.RelatesTo, answer.Element("rule")));
        Assert.Contains("must be understood", answer.Element("reason"), StringComparison.Ordinal);
    }

    async Task IsForgedAsync(byte[] sent, string faultCode)
    {
        (await hub.PostAsync(Path, sent, "text/xml; charset=utf-8")).IsFault(hub, "Forged", faultCode);

        await hub.LeftOneRowOnlyAsync(sent, Door, "Forged");
    }
}
