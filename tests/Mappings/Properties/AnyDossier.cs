using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using FsCheck;
using FsCheck.Fluent;
using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Tests.Mappings;

/// <summary>TaoHoSo bodies made from the wire types themselves, so that no field can be forgotten.</summary>
sealed class AnyDossier(Gen<string> text, int presentPercent)
{
    const string Always = "maTinh maHoSoMCDT toKhai loaiPhieu nycHoTen nycGioiTinh nycNgaySinh nycLoaiGiayTo nycSoGiayTo nycQuocTich"
        + " thongTinUyQuyen nuqHoTen nuqSoGiayTo tuThangNam";

    /// <summary>Members that are not free text.</summary>
    static readonly Dictionary<string, Gen<string>> Special = new()
    {
        ["maHoSoMCDT"] = Gen.Choose(1, 9999).Select(number => Json($"H56.14-260601-{number:0000}")),
        ["ngayTiepNhan"] = Dates(), ["nycNgaySinh"] = Dates(), ["nycNgayCapGiayTo"] = Dates(), ["nuqNgaySinh"] = Dates(),
        ["nuqNgayCapGiayTo"] = Dates(), ["nuqNgayKyVanBanUyQuyen"] = Dates(), ["tuThangNam"] = Dates(),
        ["denThangNam"] = Gen.OneOf(Dates(), Gen.Constant(Json("nay"))),
        ["loaiPhieu"] = Whole(1, 2), ["nycGioiTinh"] = Whole(0, 2), ["nuqGioiTinh"] = Whole(0, 2), ["nycLoaiGiayTo"] = Whole(1, 4),
        ["nuqLoaiGiayTo"] = Whole(1, 4), ["uyQuyen"] = Whole(0, 1), ["yeuCauCDNCV"] = Whole(0, 1), ["hinhThucNhanBanGiay"] = Whole(0, 2),
        ["soLuongCap"] = Whole(0, 9), ["chaNamSinh"] = Whole(1780, 2010), ["meNamSinh"] = Whole(1900, 2010),
        ["voChongNamSinh"] = Whole(1900, 2010)
    };

    static readonly (string Loai, byte[] Start)[] Files =
        [("application/pdf", [.. "%PDF-1.7 "u8]), ("image/png", [0x89, .. "PNG\r\n\u001a\n"u8]), ("text/plain", [.. "abc"u8])];

    public Gen<string> Body => Object(Wire("VneidRequest"));

    public static Type Wire(string name) =>
        typeof(Content).Assembly.GetType($"LLTP.Hub.Mappings.Vneid.{name}") ?? throw new InvalidOperationException(name);

    /// <summary>The members of a wire type whose value is free text.</summary>
    public static bool IsText(PropertyInfo member) => member.PropertyType == typeof(string) && !Special.ContainsKey(Name(member));

    public static string Name(PropertyInfo member) => member.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? "";

    Gen<string> Object(Type type) => type.Name == "TepDinhKem" ? File() : Gen
        .CollectToList(type.GetProperties().Where(member => Name(member).Length > 0).Select(Member))
        .Select(members => $"{{{string.Join(',', members.Where(member => member.Length > 0))}}}");

    Gen<string> Member(PropertyInfo member)
    {
        var name = Name(member);
        var given = Value(member, name).Select(value => $"{Json(name)}:{value}");
        return Always.Split(' ').Contains(name)
            ? given
            : Gen.Frequency<string>((presentPercent, given), (100 - presentPercent, Gen.Constant("")));
    }

    Gen<string> Value(PropertyInfo member, string name)
    {
        if (Special.TryGetValue(name, out var special))
            return special;
        if (member.PropertyType == typeof(string))
            return (Always.Split(' ').Contains(name) ? text.Select(Filled) : text).Select(Json);
        if (member.PropertyType == typeof(int?))
            return Whole(-3, 999);
        return member.PropertyType.IsGenericType ? List(member.PropertyType.GetGenericArguments()[0]) : Object(member.PropertyType);
    }

    string Filled(string value) => presentPercent < 100 && string.IsNullOrWhiteSpace(value) ? "x" : value;

    Gen<string> List(Type item) => (presentPercent == 100 ? Gen.Constant(2) : Gen.Choose(0, 3)).SelectMany(count => Gen.ArrayOf(Object(item), count))
        .Select(items => $"[{string.Join(',', items)}]");

    static Gen<string> File() => Gen.Elements(Files).SelectMany(file => Gen.Choose(1, 255), (file, tail) =>
        $"{{\"loai\":\"{file.Loai}\",\"duLieu\":\"{Convert.ToBase64String([.. file.Start, (byte)tail])}\"}}");

    static Gen<string> Whole(int low, int high) => Gen.Choose(low, high).Select(number => Json(number));

    static Gen<string> Dates() => Gen.Zip(Gen.Choose(0, 40_000), Gen.Elements(DateForms.All))
        .Select(pair => Json(DateForms.Write(new DateOnly(1930, 1, 1).AddDays(pair.Item1), pair.Item2)));

    static string Json<T>(T value) => JsonSerializer.Serialize(value);
}
