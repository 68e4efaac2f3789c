using System.Text;
using System.Xml;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Dvcqg;
using LLTP.Hub.Mappings.Lltp;
using LLTP.Hub.Mappings.Tthc;
using LLTP.Hub.Mappings.V06;
using LLTP.Hub.Mappings.Vneid;
using Xunit;

namespace LLTP.Hub.Tests.Mappings;

public sealed class ActTextTests
{
    const string LltpSpace = "urn:lltp-hub:lltp:1";

    [Fact]
    public void The_reason_of_an_officer_reaches_every_contract_code_point_for_code_point() => Assert.All(HostileTexts.Carried, text =>
    {
        var reason = Samples.Value(TthcMap.ReadRefusal(Act(text))).Reason;
        Assert.Equal(text.Normalize(NormalizationForm.FormC), reason);
        var facts = Samples.Facts(3) with { Reason = reason };
        Assert.Equal(reason, Flat.Json(VneidMap.WriteState(facts).Bytes)["lyDoTuChoi"]);
        Assert.Equal(reason, Flat.Json(TthcMap.WriteProgress(facts).Bytes)["reason"]);
        Assert.Equal(reason, Flat.Json(DvcqgMap.WriteProgress(facts, "s", "u").Bytes)["data[0].NoiDungXuLy"]);
        Assert.Equal(reason, Flat.Xml(LltpMap.WritePause(facts).Bytes)["lyDo"]);
        Assert.Equal(reason, Flat.Xml(LltpMap.WriteStop(facts).Bytes)["lyDo"]);
        Assert.Equal(reason, Flat.Xml(V06Map.WriteCancel(facts, "yc-1", reason).Bytes)["LyDo"]);
    });

    [Fact]
    public void A_reason_that_xml_cannot_carry_is_refused_at_the_door() => Assert.All(HostileTexts.Impossible, text =>
    {
        var refusal = TthcMap.ReadRefusal(Act(text)).Refusal;
        Assert.Equal((MappingFailureCode.BadCharacter, "reason"), (refusal?.Code, refusal?.Path));
        var failure = LltpMap.WritePause(Samples.Facts(5) with { Reason = text }).Failure;
        Assert.Equal((MappingFailureCode.BadCharacter, "reason"), (failure?.Code, failure?.Path));
    });

    [Fact]
    public void The_words_of_the_software_and_the_department_are_read_code_point_for_code_point() => Assert.All(HostileTexts.Carried, text =>
    {
        var expected = text.Normalize(NormalizationForm.FormC);
        var change = Element("capNhatTrangThai", LltpSpace, ("idReceivedDec", "1"), ("trangThai", " 5\n"), ("lyDo", text),
            ("canBoXuLy", "a"), ("chucDanh", text), ("thoiDiem", "2026-06-02T09:00:00+07:00"));
        var act = Samples.Value(LltpMap.ReadStateChange(change)) as SupplementRequest;
        Assert.Equal((expected, expected), (act?.Reason, act?.Officer.Title));

        var answer = Samples.Value(V06Map.ReadAnswer(Element("KetQuaTraCuu", V06Map.Namespace, ("MaYeuCau", " yc-1 "), ("LanTraLoi", "1"),
            ("KetQua", "Co"), ("NoiDung", text), ("CanBo", "a"), ("ThoiDiem", "2026-06-02T09:00:00+07:00"))));
        Assert.Equal((expected, "yc-1"), (answer.Detail, answer.RequestId));
        Assert.Equal(expected, Flat.Xml(LltpMap.WriteLookupAnswer(Samples.Facts(4), answer, "TC-1").Bytes)["noiDung"]);
    });

    [Theory]
    [InlineData("lyDo"), InlineData("chucDanh"), InlineData("donVi")]
    public void A_text_above_four_thousand_characters_is_refused_by_name(string field)
    {
        var refusal = LltpMap.ReadStateChange(Element("capNhatTrangThai", LltpSpace, ("idReceivedDec", "1"), ("trangThai", "5"),
            ("canBoXuLy", "a"), ("thoiDiem", "2026-06-02T09:00:00Z"), (field, HostileTexts.Megabyte))).Refusal;
        Assert.Equal((MappingFailureCode.TooLong, field), (refusal?.Code, refusal?.Path));
    }

    [Fact]
    public void What_a_contract_has_to_cut_or_leave_out_is_in_the_report_of_the_message()
    {
        var facts = Samples.Facts(7) with { Officer = new(new('a', 60), null, null) };
        Assert.Equal("officer.name", Assert.Single(DvcqgMap.WriteProgress(facts, "s", "u").Report).Path);
        Assert.Equal("officer.name", Assert.Single(LltpMap.WriteStop(facts).Report).Path);
        Assert.Equal("reason", Assert.Single(VneidMap.WriteState(facts).Report).Path);
        Assert.Empty(VneidMap.WriteState(Samples.Facts(8)).Report);
    }

    static byte[] Act(string reason)
    {
        const string Who = "\"officer\":{\"name\":\"a\"},\"at\":\"2026-06-01T09:00:00Z\"";
        return Encoding.UTF8.GetBytes($"{{{Who},\"reason\":{Flat.Quoted(reason)}}}");
    }

    internal static XmlElement Element(string name, string space, params (string Name, string Text)[] children)
    {
        var document = new XmlDocument();
        var element = document.CreateElement(name, space);
        foreach (var (child, text) in children)
            element.AppendChild(document.CreateElement(child, space))!.InnerText = text;
        return element;
    }
}
