using System.Text.Json.Nodes;
using System.Xml.Linq;
using Xunit;

namespace LLTP.Hub.Tests.Mappings;

/// <summary>Reads the golden files, not the maps: a field of a contract that no file shows is a field that nobody looks at.</summary>
public sealed class FieldCoverageTests
{
    static readonly XNamespace Xs = "http://www.w3.org/2001/XMLSchema";

    // What the hub has nothing to put into.
    static readonly string[] Unfilled = ["agencyRequestId", "declarationPortalID", "deliveryDistrict", "idMoneyReceipt", "ministryJusticeId",
        "note", "receiveNo", "regionRequestId", "requestQtyAdd",
        // The ministry's codes of regions, tested beside (RegionTests).
        "reRegionId", "rtRegionId", "birthPlaceId", "regionId"];

    static readonly string[] UnfilledForPortal = ["MaLinhVuc", "TenLinhVuc", "ThongTinKhac", "Fax", "ThongTinTra", "HinhThuc", "TaiLieuNop[]",
        "DanhSachLePhi[]", "DanhSachTepDinhKemKhac[]", "DanhSachHoSoBoSung[]", "DanhSachGiayToKetQua[]", "NoiNopHoSo", "HoSoCoThanhPhanSoHoa",
        "TaiKhoanDuocXacThucVoiVNeID", "DuocThanhToanTrucTuyen", "DSKetNoiCSDL[].MaCSDL"];

    static readonly (string Contract, string Type, string Body)[] Recorded = [.. GoldenDossier.All.SelectMany(Messages)];

    [Fact]
    public void Every_field_of_a_request_is_in_a_golden_request()
    {
        var seen = GoldenDossier.All.Select(dossier => dossier.Request()).Concat(GoldenFile.Samples.Select(Samples.Json)).SelectMany(Shapes);
        Assert.Empty(ContractTable.Fields(ContractTable.Wire("VneidRequest")).Except(seen));
    }

    [Theory]
    [InlineData("vneid", "StatusUpdate", "StatusUpdate"), InlineData("dvcqg", "DongBo", "DongBo"), InlineData("dvcqg", "CapNhat", "CapNhat")]
    public void Every_field_of_a_message_without_a_schema_is_in_a_golden_message(string contract, string type, string wire) =>
        Assert.Empty(ContractTable.Fields(ContractTable.Wire(wire))
            .Except(UnfilledForPortal.Select(name => "data[]." + name))
            .Except(Seen(contract, type)));

    [Theory, InlineData("Dossier"), InlineData("Progress"), InlineData("Certificate")]
    public void Every_field_of_the_tthc_document_is_in_a_golden_message(string schema)
    {
        var document = JsonNode.Parse(File.ReadAllText(Path.Combine(Places.Contracts, "tthc-partner-v1.json")));
        var fields = document?["components"]?["schemas"]?[schema]?["properties"]?.AsObject().Select(member => member.Key) ?? [];
        Assert.Empty(fields.Except(Seen("tthc", schema).Select(path => path.Split('.', '[')[0])));
    }

    [Theory]
    [InlineData("lltp", "nhanHoSoDangKy capNhatHoSo tamDungHoSo dungHoSo nhanKetQuaTraCuu traTrangThaiHs")]
    [InlineData("v06", "YeuCauTraCuu HuyYeuCau HoiTrangThai")]
    public void Every_element_that_the_hub_sends_is_in_a_golden_message(string contract, string roots)
    {
        var schema = XDocument.Load(Path.Combine(Places.Contracts, contract + ".xsd")).Root ?? throw new InvalidDataException();
        var declared = schema.Elements(Xs + "element").Where(element => roots.Split(' ').Contains(Name(element)))
            .SelectMany(element => Elements(schema, element));
        var seen = Recorded.Where(message => message.Contract == contract)
            .SelectMany(message => XElement.Parse(message.Body).DescendantsAndSelf()).Select(element => element.Name.LocalName);
        Assert.Empty(declared.Except(Unfilled).Except(seen));
    }

    [Fact]
    public void Every_state_is_shown_by_a_golden_message_to_every_display_that_can_show_it()
    {
        int[] states = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
        Assert.Equal(states.Select(state => $"{state}").Except(["1"]).Order(), Values("vneid", "trangThaiXuLy"));
        Assert.Equal(states.Select(state => $"{state}").Except(["6"]).Order(), Values("tthc", "state"));
        Assert.Equal(states.Select(state => $"{state}").Order(), Values("dvcqg", "data[0].TrangThai"));
    }

    [Theory]
    [InlineData("toKhai.nycDanToc", 54), InlineData("toKhai.nycGioiTinh", 3), InlineData("toKhai.nycLoaiGiayTo", 4)]
    [InlineData("toKhai.thongTinThanhToan.hinhThucNhanBanGiay", 3), InlineData("toKhai.nycQuocTich", 8), InlineData("toKhai.loaiPhieu", 2)]
    [InlineData("toKhai.nycThuongTru.maTinhThanh", 30), InlineData("nguonDangKy", 4), InlineData("toKhai.maMucDich", 7)]
    public void The_golden_requests_use_the_code_lists_widely(string field, int least) => Assert.InRange(
        GoldenDossier.All.Select(dossier => Flat.Json(dossier.Request()).GetValueOrDefault(field)).OfType<string>().Distinct().Count(), least, 99);

    static IEnumerable<string> Values(string contract, string field) => Recorded.Where(message => message.Contract == contract)
        .Select(message => Flat.Json(JsonNode.Parse(message.Body)).GetValueOrDefault(field)).OfType<string>().Distinct().Order();

    static IEnumerable<string> Seen(string contract, string type) => Recorded
        .Where(message => message.Contract == contract && message.Type == type)
        .SelectMany(message => Shapes(JsonNode.Parse(message.Body)));

    static IEnumerable<string> Shapes(JsonNode? body) => Flat.Json(body).Keys.Select(ContractPlaces.Shape);

    static IEnumerable<(string, string, string)> Messages(GoldenDossier dossier) =>
        File.ReadAllLines(Path.Combine(Places.Tests, "Golden", GoldenDossier.File(dossier.Name)))
            .Where(line => line[0] != ' ' && !line.StartsWith("canonical ", StringComparison.Ordinal))
            .Select(line => line.Split(' ', 3))
            .Select(parts => (parts[0], parts[1], parts[2]));

    static string Name(XElement element) => (string?)element.Attribute("name") ?? "";

    static IEnumerable<string> Elements(XElement schema, XElement declared) => declared.DescendantsAndSelf().SelectMany(part =>
        part.Name == Xs + "group" && (string?)part.Attribute("ref") is { } group && group != "ChuKy"
            ? Elements(schema, schema.Elements(Xs + "group").Single(one => Name(one) == group))
        : part.Name == Xs + "element" ? Inner(schema, part).Prepend(Name(part)) : []);

    static IEnumerable<string> Inner(XElement schema, XElement element) =>
        schema.Elements(Xs + "complexType").FirstOrDefault(type => Name(type) == (string?)element.Attribute("type")) is { } type
            ? Elements(schema, type) : [];
}
