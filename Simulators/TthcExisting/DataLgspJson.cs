using System.Buffers;
using System.Globalization;
using System.Text.Json;
using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.TthcExisting;

/// <summary>Writes a declaration as such a system sends it to the ministry (DataLGSP): every value a text.</summary>
static class DataLgspJson
{
    static readonly string[] Same =
    [
        "loaiPhieu", "yeuCauCDNCV", "maMucDich", "tenMucDich", "mucDichKhac", "soLuongCap", "nycHoTen", "nycTenGoiKhac", "nycGioiTinh",
        "nycTenGioiTinh", "nycNgaySinh", "nycDienThoai", "nycEmail", "nycLoaiGiayTo", "nycTenLoaiGiayTo", "nycSoGiayTo", "nycNgayCapGiayTo",
        "nycNoiCapGiayTo", "nycQuocTich", "nycTenQuocTich", "nycDanToc", "nycTenDanToc", "nycHoTenCha", "nycHoTenMe", "nycHoTenVoChong",
        "uyQuyen", "thongTinAnTich",
    ];

    static readonly (string From, string To)[] Renamed = [("chaNamSinh", "chaNgaySinh"), ("meNamSinh", "meNgaySinh"), ("voChongNamSinh", "voChongNgaySinh")];

    static readonly (string From, string To)[] Other =
    [
        ("nuqHoTen", "uyQuyenHoTen"), ("nuqGioiTinh", "nuqGioiTinh"), ("nuqNgaySinh", "nuqNgaySinh"), ("nuqLoaiGiayTo", "nuqLoaiGiayto"),
        ("nuqSoGiayTo", "nuqSoGiayTo"), ("nuqNgayCapGiayTo", "nuqNgayCapGiayTo"), ("nuqNoiCapGiayTo", "nuqNoiCapGiayTo"),
        ("nuqQuocTich", "nuqQuocTich"), ("nuqDanToc", "nuqDanToc"), ("nuqDienThoai", "nuqDienThoai"), ("nuqEmail", "nuqEmail"),
    ];

    static readonly string[] Area = ["maTinhThanh", "tenTinhThanh", "maQuanHuyen", "tenQuanHuyen", "maPhuongXa", "tenPhuongXa"];

    public static byte[] Write(JsonElement request, string authKey, string due)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("authKey", authKey);
            foreach (var name in (string[])["maTinh", "tenTinh", "maHoSoMCDT", "nguonDangKy", "tenNguonDangKy", "ngayTiepNhan"])
                Copy(json, request, name, name);
            json.WriteStartObject("toKhai");
            json.WriteString("ngayHenTra", due);
            if (request.Object("toKhai") is { } form)
                WriteForm(json, form);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    static void WriteForm(Utf8JsonWriter json, JsonElement form)
    {
        foreach (var name in Same)
            Copy(json, form, name, name);
        foreach (var (from, to) in Renamed)
            Copy(json, form, from, to);
        if (form.Object("thongTinUyQuyen") is { } other)
            foreach (var (from, to) in Other)
                Copy(json, other, from, to);
        WriteArea(json, form, "nycThuongTru", "chiTiet");
        WriteArea(json, form, "nycNoiSinh", "dcChiTiet");
        json.WriteString("nycNoiSinhNuocNgoai", form.Object("nycNoiSinh")?.Text("maQuocGia") is null or "VN" ? "1" : "2");
        WriteStays(json, form);
        WriteFiles(json, form);
    }

    static void WriteArea(Utf8JsonWriter json, JsonElement form, string name, string detail)
    {
        if (form.Object(name) is not { } place)
            return;
        json.WriteStartObject(name);
        foreach (var part in Area)
            Copy(json, place, part, part);
        Copy(json, place, detail, "dcChiTiet");
        json.WriteEndObject();
    }

    static void WriteStays(Utf8JsonWriter json, JsonElement form)
    {
        json.WriteStartArray("nycCuTru");
        foreach (var stay in form.Member("quaTrinhCTNNNLV") is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().ToArray() : [])
        {
            json.WriteStartObject();
            Copy(json, stay, "tuThangNam", "tuNgay");
            Copy(json, stay, "denThangNam", "denNgay");
            json.WriteString("noiCuTru", stay.Object("diaChiCuTru")?.Text("chiTiet") ?? "");
            Copy(json, stay, "ngheNghiep", "ngheNghiep");
            Copy(json, stay, "noiLamViec", "noiLamViec");
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    // All files are called alike, as the systems of today call them.
    static void WriteFiles(Utf8JsonWriter json, JsonElement form)
    {
        json.WriteStartArray("fileHoSo");
        foreach (var paper in form.Member("giayToDinhKem") is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().ToArray() : [])
        {
            if (paper.Member("danhSach") is not { ValueKind: JsonValueKind.Array } files)
                continue;
            foreach (var file in files.EnumerateArray())
            {
                json.WriteStartObject();
                Copy(json, paper, "ten", "tenLoaiFile");
                json.WriteString("tenFile", (file.Text("loai") ?? "").Contains("pdf", StringComparison.Ordinal) ? "DinhKem.pdf" : "DinhKem.jpg");
                Copy(json, file, "duLieu", "noiDungFile");
                json.WriteEndObject();
            }
        }
        json.WriteEndArray();
    }

    static void Copy(Utf8JsonWriter json, JsonElement from, string name, string to)
    {
        if (from.Member(name) is not { } value)
            return;
        json.WriteString(to, value.ValueKind == JsonValueKind.Number ? value.GetInt64().ToString(CultureInfo.InvariantCulture) : value.GetString());
    }
}
