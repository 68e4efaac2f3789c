using System.Xml;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.V06;
using Xunit;

namespace LLTP.Hub.Tests.Mappings;

public sealed class V06Tests
{
    const string Tail = "<CanBo>Lê Văn Mẫu</CanBo><ThoiDiem>2026-06-02T09:00:00+07:00</ThoiDiem>";

    [Theory]
    [InlineData("KhongCo", LookupResult.None), InlineData("Co", LookupResult.Found), InlineData("DangXacMinh", LookupResult.Verifying)]
    public void An_answer_is_read_with_its_result(string wire, LookupResult result)
    {
        var answer = V06Map.ReadAnswer(Body($"<MaYeuCau>yc-1</MaYeuCau><LanTraLoi>2</LanTraLoi><KetQua>{wire}</KetQua>{Tail}")).Value;
        Assert.Equal(("yc-1", 2, result, "Lê Văn Mẫu"), (answer?.RequestId, answer?.AnswerNo, answer?.Result, answer?.Officer.Name));
    }

    [Theory]
    [InlineData("<LanTraLoi>1</LanTraLoi><KetQua>Co</KetQua>" + Tail, MappingFailureCode.MissingField, "MaYeuCau")]
    [InlineData("<MaYeuCau>a</MaYeuCau><LanTraLoi>0</LanTraLoi><KetQua>Co</KetQua>" + Tail, MappingFailureCode.BadNumber, "LanTraLoi")]
    [InlineData("<MaYeuCau>a</MaYeuCau><LanTraLoi>1</LanTraLoi><KetQua>Chua</KetQua>" + Tail, MappingFailureCode.BadValue, "KetQua")]
    [InlineData("<MaYeuCau>a</MaYeuCau><LanTraLoi>1</LanTraLoi><KetQua>Co</KetQua><CanBo>A</CanBo>",
        MappingFailureCode.MissingField, "ThoiDiem")]
    public void A_faulty_answer_is_refused_with_its_path(string inner, MappingFailureCode code, string path)
    {
        var refusal = V06Map.ReadAnswer(Body(inner)).Refusal;
        Assert.Equal((code, path), (refusal?.Code, refusal?.Path));
    }

    [Fact]
    public void Every_message_to_the_department_keeps_the_schema()
    {
        Schemas.Valid("v06.xsd", V06Map.WriteCancel(Samples.Facts(7), "yc-1", "Công dân rút hồ sơ"));
        Schemas.Valid("v06.xsd", V06Map.WriteQuestion("yc-1", Samples.At(3)));
        Schemas.Valid("v06.xsd", V06Map.WriteReceipt("yc-1", 1, "DaNhan", null, null, Samples.At(3)));
        Schemas.Valid("v06.xsd", V06Map.WriteReceipt(null, null, "TuChoi", "Unreadable", "Không đọc được", Samples.At(3)));
    }

    [Fact]
    public void A_receipt_gives_its_state_and_text_and_anything_else_nothing()
    {
        var receipt = Schemas.Parse(V06Map.WriteReceipt("yc-1", null, "TuChoi", "x", "Sai mã", Samples.At(3)));
        Assert.Equal(("TuChoi", "Sai mã"), V06Map.ReadReceipt(receipt));
        Assert.Null(V06Map.ReadReceipt(Body("<TrangThai>DaNhan</TrangThai>")));
    }

    [Fact]
    public void A_look_up_carries_the_least_data_and_says_what_stays_behind()
    {
        var writing = V06Map.WriteLookup(Samples.Facts(4), Samples.Application("authorised"), "yc-1");
        Assert.Contains(writing.Report, line => line.Path == "toKhai.thongTinUyQuyen.nuqHoTen");
        Assert.DoesNotContain(writing.Report, line => line.Path == "toKhai.nycHoTen");
    }

    static XmlElement Body(string inner) => Schemas.Parse($"<KetQuaTraCuu xmlns=\"urn:lltp-hub:v06:1\" Id=\"a\">{inner}</KetQuaTraCuu>");
}
