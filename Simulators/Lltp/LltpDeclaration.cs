using System.Globalization;
using System.Xml;
using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Lltp;

/// <summary>What the software demands of a dossier beyond the schema: mandatory values, its own codes, usable files.</summary>
static class LltpDeclaration
{
    static readonly string[] FileMarks = ["JVBER", "/9j/", "iVBOR", "R0lGO", "SUkq", "TU0A", "Qk", "UEsD"];

    static readonly (string Field, string[] Codes)[] Codes =
    [
        ("declareTypeId", ["3846", "3845", "3847", "3844"]),
        ("objectRequestId", ["72", "71", "74", "73"]),
        ("formType", ["1", "2"]),
        ("isBanPosition", ["0", "1"]),
        ("idTypeId", ["0", "1", "2", "3"]),
    ];

    /// <summary>Which field is wrong and why, without its value; null when the dossier can be taken.</summary>
    public static string? Fault(XmlElement content)
    {
        var form = content.Child("declarationWSForm");
        return Missing(content, "idMinistryJustice", "idReceivedDec")
            ?? Missing(form, "fullName", "birthDateStr", "nationalityId", "identifyNo")
            ?? CodesFault(form)
            ?? DatesFault(content, form)
            ?? PersonFault(content, form)
            ?? AddressFault(content)
            ?? FilesFault(content);
    }

    static string? Missing(XmlElement? parent, params string[] fields) =>
        fields.Where(f => parent.Text(f).Length == 0).Select(f => $"{f}: thiếu giá trị bắt buộc").FirstOrDefault();

    static string? CodesFault(XmlElement? form) =>
        Codes.Where(c => !c.Codes.Contains(form.Text(c.Field))).Select(c => $"{c.Field}: mã không có trong danh mục").FirstOrDefault();

    static string? DatesFault(XmlElement content, XmlElement? form)
    {
        if (Day(content.Text("dateReceivedDec")) is not { } received || !(Day(content.Text("datePromissoryDec")) >= received))
            return "datePromissoryDec: ngày hẹn trả không hợp lệ";
        var birth = form.Text("birthDateStr");
        return (birth.Length < 10 || Day(birth) is not null) && int.Parse(birth[^4..], CultureInfo.InvariantCulture) <= received.Year
            ? null : "birthDateStr: ngày sinh không hợp lệ";
    }

    static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    static string? PersonFault(XmlElement content, XmlElement? form)
    {
        if (form.Text("idTypeId") == "3" && !(form.Text("identifyNo") is { Length: 12 } id && id.All(char.IsAsciiDigit)))
            return "identifyNo: số định danh phải có 12 chữ số";
        if (form.Text("declareTypeId") == "3845" && Missing(content.Child("mandatorWSForm"), "fullName", "identifyNo") is { } missing)
            return "mandatorWSForm/" + missing;
        return form.Text("delivery") == "1" ? Missing(form, "deliveryAddress") : null;
    }

    static string? AddressFault(XmlElement content)
    {
        var form = content.Child("declarationWSForm");
        string[] addresses = ["birthPlace", "residence", "residenceTemporary", "deliveryAddress"];
        var places = content.Children("residenceWSForm").Select(r => r.Text("residencePlace"));
        return addresses.Select(a => form.Text(a)).Concat(places).Any(HasHole) ? "Địa chỉ có phần để trống" : null;
    }

    static bool HasHole(string address) => $",{address.Replace(" ", "", StringComparison.Ordinal)},".Contains(",,") && address.Length > 0;

    static bool HasMark(ReadOnlySpan<char> base64)
    {
        foreach (var mark in FileMarks)
        {
            if (base64.StartsWith(mark))
                return true;
        }
        return false;
    }

    static string? FilesFault(XmlElement content)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in content.Children("fileHoSo"))
        {
            if (!names.Add(file.Text("tenFile")) || !file.Text("tenFile").Contains('.', StringComparison.Ordinal))
                return "tenFile: tên tệp trùng hoặc thiếu phần mở rộng";
            var start = (file.Child("noiDungFile")?.FirstChild?.Value ?? "").AsSpan().TrimStart();
            if (!HasMark(start))
                return "noiDungFile: nội dung tệp không đúng loại";
        }
        return null;
    }
}
