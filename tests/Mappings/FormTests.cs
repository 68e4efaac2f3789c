using System.Text.Json.Nodes;
using LLTP.Hub.Mappings.Canonical;
using Xunit;

namespace LLTP.Hub.Tests.Mappings;

/// <summary>Sexes, dates, addresses and file names as they stand on the wires, row by row.</summary>
public sealed class FormTests
{
    [Theory, InlineData(1, "1", "Nam"), InlineData(2, "0", "Nu"), InlineData(0, "0", "Nu")]
    public void The_codings_of_sex_meet_in_one_flow(int vneid, string lltp, string v06)
    {
        var reading = Samples.Read(json => IntakeTests.Set(json, "toKhai.nycGioiTinh", vneid));
        Assert.Equal((lltp, v06), (Lltp(reading)["declarationWSForm.genderId"], V06(reading)["DoiTuong.GioiTinh"]));
    }

    [Theory]
    [InlineData("09/03/1990", "09/03/1990"), InlineData("03/1990", "03/1990"), InlineData("03-1990", "03/1990"), InlineData("1990", "1990")]
    [InlineData("19900309131415", "09/03/1990"), InlineData("1990-03-09", "09/03/1990"), InlineData("1990-03-08T18:00:00Z", "09/03/1990")]
    public void A_date_reaches_the_wires_with_the_precision_given_and_says_what_it_lost(string raw, string shown)
    {
        var reading = Samples.Read(json => IntakeTests.Set(json, "toKhai.nycNgaySinh", raw));
        Assert.Equal((shown, shown), (Lltp(reading)["declarationWSForm.birthDateStr"], V06(reading)["DoiTuong.NgaySinh"]));
        Assert.Equal(raw.Length > 10, Contracts.ToLltp(reading).Report.Any(line => line.Note == "time of day left out"));
    }

    [Theory]
    [InlineData("""{"tenTinhThanh":"Tỉnh A","tenQuanHuyen":"Huyện B","tenPhuongXa":"Xã C","chiTiet":"Số 1"}""", "Số 1, Xã C, Huyện B, Tỉnh A")]
    [InlineData("""{"tenTinhThanh":"Tỉnh A","tenPhuongXa":"Xã C","chiTiet":"Số 1"}""", "Số 1, Xã C, Tỉnh A")]
    [InlineData("""{"tenTinhThanh":"Tỉnh A","tenQuanHuyen":"","tenPhuongXa":"  ","chiTiet":null}""", "Tỉnh A")]
    [InlineData("""{"tenTinhThanh":"Tỉnh A","tenPhuongXa":"Xã C","tenQuocGia":"VIỆT NAM"}""", "Xã C, Tỉnh A")]
    [InlineData("""{"chiTiet":"12 Main Street","tenQuocGia":"Hoa Kỳ"}""", "12 Main Street, Hoa Kỳ")]
    public void An_address_of_any_tiers_is_one_line_without_empty_parts(string place, string line)
    {
        var reading = Samples.Read(json => IntakeTests.Set(json, "toKhai.nycThuongTru", JsonNode.Parse(place)));
        Assert.Equal((line, line), (Lltp(reading)["declarationWSForm.residence"], V06(reading)["DoiTuong.ThuongTru"]));
    }

    [Theory]
    [InlineData("""{"maQuocGia":"US","dcChiTiet":"Austin"}""", "Austin, US"), InlineData("""{"maQuocGia":"VN","tenTinhThanh":"A"}""", "A")]
    [InlineData("""{"maQuocGia":"US","tenQuocGia":"Hoa Kỳ","chiTiet":"Austin"}""", "Austin, Hoa Kỳ")]
    public void A_birth_abroad_names_the_country_even_when_only_its_code_was_given(string place, string line)
    {
        var reading = Samples.Read(json => IntakeTests.Set(json, "toKhai.nycNoiSinh", JsonNode.Parse(place)));
        Assert.Equal(line, Lltp(reading)["declarationWSForm.birthPlace"]);
    }

    [Theory]
    [InlineData("Hộ chiếu", "Hộ chiếu.pdf|Hộ chiếu (2).pdf"), InlineData("hochieu.PDF", "hochieu.pdf|hochieu (2).pdf")]
    [InlineData("a/b:c*?", "abc.pdf|abc (2).pdf"), InlineData("\u202egnp.exe", "gnp.exe.pdf|gnp.exe (2).pdf")]
    [InlineData(" .. ", "Giấy tờ.pdf|Giấy tờ (2).pdf"), InlineData("a\tb\u2028c", "abc.pdf|abc (2).pdf")]
    public void A_file_name_is_true_to_the_content_and_unique(string title, string names)
    {
        var file = new JsonObject { ["loai"] = "application/pdf", ["duLieu"] = Convert.ToBase64String(Samples.Pdf) };
        var paper = new JsonObject { ["ten"] = title, ["danhSach"] = new JsonArray(file, file.DeepClone()) };
        var reading = Samples.Read(json => IntakeTests.Set(json, "toKhai.giayToDinhKem", new JsonArray(paper)));
        var xml = Lltp(reading);
        Assert.Equal(names, $"{xml["fileHoSo[0].tenFile"]}|{xml["fileHoSo[1].tenFile"]}");
        Assert.Equal(title, xml["fileHoSo[0].tenLoaiFile"]);
    }

    [Fact]
    public void An_authorisation_that_is_none_is_left_out_and_reported_not_claimed()
    {
        var json = Samples.Json("authorised");
        IntakeTests.Set(json, "toKhai.uyQuyen", 0);
        var writing = Contracts.ToLltp(Samples.Read(json.ToJsonString()));
        Assert.DoesNotContain("mandatorWSForm.fullName", Flat.Xml(writing.Bytes).Keys);
        Assert.Contains(writing.Report, line => line.Path == "toKhai.thongTinUyQuyen.nuqHoTen");
    }

    static Dictionary<string, string> Lltp(Reading<Application> reading) => Flat.Xml(Contracts.ToLltp(reading).Bytes);

    static Dictionary<string, string> V06(Reading<Application> reading) => Flat.Xml(Contracts.ToV06(reading).Bytes);
}
