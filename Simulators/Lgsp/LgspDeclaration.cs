using System.Globalization;
using System.Text.Json;
using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Lgsp;

/// <summary>What the software demands of DataLGSP: every value a text, mandatory ones there, its own codes, dates and file names.</summary>
static class LgspDeclaration
{
    static readonly string[] Mandatory =
        ["ngayHenTra", "loaiPhieu", "nycHoTen", "nycGioiTinh", "nycNgaySinh", "nycLoaiGiayTo", "nycSoGiayTo", "nycQuocTich", "nycNoiSinhNuocNgoai", "uyQuyen"];

    static readonly (string Field, string[] Codes)[] Codes =
    [
        ("loaiPhieu", ["1", "2"]), ("nycGioiTinh", ["1", "2"]), ("nycNoiSinhNuocNgoai", ["1", "2"]), ("yeuCauCDNCV", ["0", "1"]), ("uyQuyen", ["0", "1"]),
    ];

    static readonly string[] Areas = ["nycThuongTru", "nycTamTru", "nycNoiSinh"];

    /// <summary>Which field is wrong and why, without its value; null when the dossier can be taken.</summary>
    public static string? Fault(JsonElement message)
    {
        if (message.Object("toKhai") is not { } form)
            return "toKhai: thiếu giá trị bắt buộc";
        return Missing(message, "maTinh", "tenTinh", "maHoSoMCDT", "ngayTiepNhan") ?? Missing(form, Mandatory)
            ?? NotText(message, "") ?? CodesFault(form) ?? DayFault(form) ?? AreaFault(form) ?? OtherFault(form) ?? FilesFault(form);
    }

    static string? Missing(JsonElement parent, params string[] fields) =>
        fields.Where(field => parent.Text(field) is not { Length: > 0 }).Select(field => $"{field}: thiếu giá trị bắt buộc").FirstOrDefault();

    static string? NotText(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Select(member => NotText(member.Value, member.Name)).FirstOrDefault(fault => fault is not null),
        JsonValueKind.Array => value.EnumerateArray().Select(item => NotText(item, path)).FirstOrDefault(fault => fault is not null),
        JsonValueKind.String => null,
        _ => $"{path}: phải là chuỗi",
    };

    static string? CodesFault(JsonElement form) =>
        Codes.Where(code => !code.Codes.Contains(form.Text(code.Field))).Select(code => $"{code.Field}: mã không có trong danh mục").FirstOrDefault();

    static string? DayFault(JsonElement form) =>
        DateOnly.TryParseExact(form.Text("ngayHenTra"), "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? null : "ngayHenTra: ngày không hợp lệ";

    static string? AreaFault(JsonElement form) => Areas.Select(area => form.Object(area)).OfType<JsonElement>()
        .Any(area => area.EnumerateObject().Any(part => part.Name.StartsWith("ma", StringComparison.Ordinal) && (part.Value.GetString() ?? "").Contains('.')))
        ? "mã địa bàn không hợp lệ" : null;

    static string? OtherFault(JsonElement form) => form.Text("uyQuyen") == "1" ? Missing(form, "uyQuyenHoTen") : null;

    static string? FilesFault(JsonElement form)
    {
        if (form.Member("fileHoSo") is not { ValueKind: JsonValueKind.Array } files)
            return null;
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in files.EnumerateArray())
        {
            if (file.Text("tenFile") is not { } name || !name.Contains('.') || !names.Add(name))
                return "tenFile: tên tệp trùng hoặc thiếu phần mở rộng";
            if (file.Bytes("noiDungFile") is not { Length: > 0 })
                return "noiDungFile: nội dung tệp không đọc được";
        }
        return null;
    }
}
