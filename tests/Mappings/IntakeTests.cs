using System.Text;
using System.Text.Json.Nodes;
using LLTP.Hub.Mappings.Canonical;
using Xunit;

namespace LLTP.Hub.Tests.Mappings;

public sealed class IntakeTests
{
    [Theory]
    [InlineData("maTinh"), InlineData("maHoSoMCDT"), InlineData("toKhai"), InlineData("toKhai.loaiPhieu"), InlineData("toKhai.nycHoTen")]
    [InlineData("toKhai.nycGioiTinh"), InlineData("toKhai.nycNgaySinh"), InlineData("toKhai.nycLoaiGiayTo")]
    [InlineData("toKhai.nycSoGiayTo")]
    public void A_missing_or_blank_mandatory_field_is_refused_with_its_path(string path)
    {
        foreach (var empty in new JsonNode?[] { null, "", "  " })
            Refused(MappingFailureCode.MissingField, path, Samples.Read(json => Set(json, path, empty?.DeepClone())));
        Refused(MappingFailureCode.MissingField, path, Samples.Read(json => Remove(json, path)));
    }

    [Theory]
    [InlineData("nuqHoTen"), InlineData("nuqSoGiayTo")]
    public void An_authorised_request_names_the_other_party(string field)
    {
        var json = Samples.Json("authorised");
        Remove(json, "toKhai.thongTinUyQuyen." + field);
        Refused(MappingFailureCode.MissingField, "toKhai.thongTinUyQuyen." + field, Samples.Read(json.ToJsonString()));
    }

    [Fact]
    public void An_authorised_request_without_the_other_party_is_refused() =>
        Refused(MappingFailureCode.MissingField, "toKhai.thongTinUyQuyen.nuqHoTen", Samples.Read(json => Set(json, "toKhai.uyQuyen", 1)));

    [Theory]
    [InlineData("toKhai.nycNgaySinh", "31/02/1990"), InlineData("toKhai.nycNgaySinh", "00/00/1990")]
    [InlineData("toKhai.nycNgaySinh", "hôm qua")]
    [InlineData("toKhai.nycNgayCapGiayTo", "29/02/2023"), InlineData("toKhai.quaTrinhCTNNNLV[0].tuThangNam", "13-2004")]
    [InlineData("toKhai.quaTrinhCTNNNLV[1].denThangNam", "00/2020"), InlineData("ngayTiepNhan", "45/06/2026")]
    [InlineData("toKhai.nycNgaySinh", "1/1/0001")]
    public void An_impossible_date_is_refused_with_its_path(string path, string text) =>
        Refused(MappingFailureCode.BadDate, path, Samples.Read(json => Set(json, path, text)));

    [Fact]
    public void Every_truncation_is_refused_and_none_throws()
    {
        var whole = Samples.Bytes("plain").AsSpan().TrimEnd((byte)'\n').ToArray();
        for (var length = 0; length < whole.Length; length += 7)
            Assert.Equal(MappingFailureCode.Unreadable, Samples.Read(Encoding.UTF8.GetString(whole, 0, length)).Refusal?.Code);
    }

    [Theory]
    [InlineData("""{"maTinh":"38","maTinh":"38"}""", "maTinh")]
    [InlineData("""{"toKhai":{"nycHoTen":"a","nyc\u0048oTen":"b"}}""", "toKhai.nycHoTen")]
    [InlineData("""{"x":[{"y":{"z":1,"z":1}}]}""", "x[0].y.z")]
    public void A_member_given_twice_anywhere_is_refused(string json, string path) =>
        Refused(MappingFailureCode.DuplicateMember, path, Samples.Read(json));

    [Fact]
    public void Thirty_two_levels_are_read_and_one_more_is_too_deep()
    {
        Assert.Null(Samples.Read(json => json["x"] = Nested(31)).Refusal);
        Refused(MappingFailureCode.TooDeep, "", Samples.Read(json => json["x"] = Nested(32)));
        Refused(MappingFailureCode.TooDeep, "", Samples.Read(new string('[', 100_000)));
    }

    [Theory]
    [InlineData("<html></html>"), InlineData("""{"maTinh":"38"} x"""), InlineData("")]
    public void What_is_not_json_is_refused(string body) => Assert.Equal(MappingFailureCode.Unreadable, Samples.Read(body).Refusal?.Code);

    [Fact]
    public void A_list_or_text_where_an_object_belongs_is_refused()
    {
        Refused(MappingFailureCode.BadValue, "", Samples.Read("[]"));
        Refused(MappingFailureCode.BadValue, "toKhai.nycThuongTru", Samples.Read(json => Set(json, "toKhai.nycThuongTru", "x")));
        Refused(MappingFailureCode.BadValue, "toKhai.giayToDinhKem[0]", Samples.Read(json =>
            Set(json, "toKhai.giayToDinhKem", new JsonArray("x"))));
        Refused(MappingFailureCode.BadNumber, "toKhai.loaiPhieu", Samples.Read(json => Set(json, "toKhai.loaiPhieu", "một")));
        Refused(MappingFailureCode.BadValue, "maHoSoMCDT", Samples.Read(json => json["maHoSoMCDT"] = "H56 14"));
    }

    [Fact]
    public void A_failure_never_repeats_a_name_that_the_sender_chose()
    {
        var refusal = Samples.Read("""{"Nguyễn Văn Thử":1,"Nguyễn Văn Thử":2}""").Refusal;
        Assert.Equal("*", refusal?.Path);
    }

    static void Refused(MappingFailureCode code, string path, Reading<Application> reading)
    {
        Assert.Null(reading.Value);
        Assert.Equal((code, path), (reading.Refusal?.Code, reading.Refusal?.Path));
    }

    static JsonNode Nested(int levels) => Enumerable.Range(0, levels).Aggregate((JsonNode)1, (inner, _) => new JsonArray(inner));

    internal static void Set(JsonObject json, string path, JsonNode? value)
    {
        var (parent, name) = Parent(json, path);
        parent[name] = value;
    }

    static void Remove(JsonObject json, string path)
    {
        var (parent, name) = Parent(json, path);
        parent.Remove(name);
    }

    static (JsonObject Parent, string Name) Parent(JsonObject json, string path)
    {
        var parts = path.Replace("[", ".[", StringComparison.Ordinal).Split('.');
        JsonNode node = json;
        foreach (var part in parts[..^1])
            node = part[0] == '[' ? node[int.Parse(part[1..^1], null)]! : node[part]!;
        return (node.AsObject(), parts[^1]);
    }
}
