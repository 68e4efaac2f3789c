using System.Globalization;
using System.Text.Json;

namespace LLTP.Hub.Simulators.Vneid;

/// <summary>Writes the members of toKhai about people and places.</summary>
static class DeclarationJson
{
    const string Day = "dd/MM/yyyy";

    public static void Write(Utf8JsonWriter json, Declaration declaration)
    {
        json.WriteNumber("loaiPhieu", declaration.FormType);
        json.WriteNumber("yeuCauCDNCV", declaration.BanInformation ? 1 : 0);
        json.WriteNumber("maMucDich", 1);
        json.WriteString("tenMucDich", "Bổ sung hồ sơ xin việc");
        json.WriteNull("mucDichKhac");
        json.WriteNumber("soLuongCap", declaration.Paper ? 2 : 1);
        WriteApplicant(json, declaration.Applicant, declaration.Fee);
        WriteAuthorised(json, declaration.Authorised);
        if (declaration.Convictions is { } convictions)
            json.WriteString("thongTinAnTich", convictions);
        WriteResidence(json, declaration.Applicant);
    }

    static void WriteApplicant(Utf8JsonWriter json, Person person, FeeGroup fee)
    {
        json.WriteString("nycHoTen", person.FullName);
        json.WriteNull("nycTenGoiKhac");
        json.WriteNumber("nycGioiTinh", person.Male ? 1 : 2);
        json.WriteString("nycTenGioiTinh", person.Male ? "Nam" : "Nữ");
        json.WriteString("nycNgaySinh", Date(person.Birth));
        json.WriteNumber("nycDoiTuongNopPhi", fee.Code);
        json.WriteString("nycTenDoiTuongNopPhi", fee.Name);
        WriteAddress(json, "nycThuongTru", person.Home, person.Street);
        json.WriteNull("nycTamTru");
        json.WriteString("nycDienThoai", person.Phone);
        json.WriteString("nycEmail", person.Email + " ");
        WritePaper(json, person, "nyc");
        json.WriteString("nycHoTenCha", person.Father);
        json.WriteNumber("chaNamSinh", person.Birth.Year - 27);
        json.WriteString("nycHoTenMe", person.Mother);
        json.WriteNumber("meNamSinh", person.Birth.Year - 24);
        WriteSpouse(json, person);
        WriteBirthplace(json, person.Home);
    }

    static void WritePaper(Utf8JsonWriter json, Person person, string who)
    {
        json.WriteNumber(who + "LoaiGiayTo", 3);
        json.WriteString(who + "TenLoaiGiayTo", "Căn cước công dân");
        json.WriteString(who + "SoGiayTo", person.PersonalNumber);
        json.WriteString(who + "NgayCapGiayTo", "15/08/2021");
        json.WriteString(who + "NoiCapGiayTo", "Cục Cảnh sát quản lý hành chính về trật tự xã hội");
        json.WriteString(who + "QuocTich", "VN");
        json.WriteString(who + "TenQuocTich", "Việt Nam");
        json.WriteString(who + "DanToc", "01");
        json.WriteString(who + "TenDanToc", "Kinh");
    }

    static void WriteSpouse(Utf8JsonWriter json, Person person)
    {
        if (person.Spouse is not { } spouse)
            return;
        json.WriteString("nycHoTenVoChong", spouse);
        json.WriteNumber("voChongNamSinh", person.Birth.Year + 1);
    }

    static void WriteBirthplace(Utf8JsonWriter json, Place home)
    {
        json.WriteStartObject("nycNoiSinh");
        WriteArea(json, home);
        json.WriteString("maQuocGia", "VN");
        json.WriteString("tenQuocGia", "Việt Nam");
        json.WriteString("dcChiTiet", home.Commune);
        json.WriteEndObject();
    }

    static void WriteAuthorised(Utf8JsonWriter json, Person? person)
    {
        json.WriteNumber("uyQuyen", person is null ? 0 : 1);
        if (person is null)
            return;
        json.WriteStartObject("thongTinUyQuyen");
        json.WriteString("nuqHoTen", person.FullName);
        json.WriteNumber("nuqGioiTinh", person.Male ? 1 : 2);
        json.WriteString("nuqTenGioiTinh", person.Male ? "Nam" : "Nữ");
        json.WriteString("nuqNgaySinh", Date(person.Birth));
        json.WriteString("nuqDienThoai", person.Phone);
        json.WriteString("nuqEmail", person.Email);
        WritePaper(json, person, "nuq");
        WriteAddress(json, "nuqNoiDKKS", person.Home, "");
        WriteAddress(json, "nuqNoiOHienTai", person.Home, person.Street);
        json.WriteStartObject("nuqQuanHe");
        json.WriteNumber("ma", 2);
        json.WriteString("ten", "Vợ/chồng");
        json.WriteEndObject();
        json.WriteString("nuqNgayKyVanBanUyQuyen", "02/09/2024");
        json.WriteEndObject();
    }

    // From the age of fourteen; both separators of the month are seen in practice.
    static void WriteResidence(Utf8JsonWriter json, Person person)
    {
        var fourteen = person.Birth.AddYears(14);
        json.WriteStartArray("quaTrinhCTNNNLV");
        var grown = $"09/{fourteen.Year + 4}";
        var from = fourteen.ToString("MM-yyyy", CultureInfo.InvariantCulture);
        WriteStay(json, person, from, grown, "Học sinh", "Trường Trung học phổ thông");
        WriteStay(json, person, grown, "12/2023", "Lao động tự do", "");
        json.WriteEndArray();
    }

    static void WriteStay(Utf8JsonWriter json, Person person, string from, string to, string job, string workplace)
    {
        json.WriteStartObject();
        json.WriteString("tuThangNam", from);
        json.WriteString("denThangNam", to);
        json.WriteString("loaiCuTru", "Thường trú");
        WriteAddress(json, "diaChiCuTru", person.Home, person.Street);
        json.WriteString("ngheNghiep", job);
        json.WriteString("noiLamViec", workplace);
        json.WriteEndObject();
    }

    static void WriteAddress(Utf8JsonWriter json, string name, Place place, string street)
    {
        json.WriteStartObject(name);
        WriteArea(json, place);
        json.WriteString("chiTiet", street);
        json.WriteString("tenQuocGia", "Việt Nam");
        json.WriteEndObject();
    }

    static void WriteArea(Utf8JsonWriter json, Place place)
    {
        json.WriteString("maTinhThanh", place.ProvinceCode);
        json.WriteString("tenTinhThanh", place.Province);
        json.WriteString("maQuanHuyen", place.DistrictCode);
        json.WriteString("tenQuanHuyen", place.District);
        json.WriteString("maPhuongXa", place.CommuneCode);
        json.WriteString("tenPhuongXa", place.Commune);
    }

    static string Date(DateOnly date) => date.ToString(Day, CultureInfo.InvariantCulture);
}
