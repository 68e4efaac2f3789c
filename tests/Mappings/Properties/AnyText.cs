using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace LLTP.Hub.Tests.Mappings;

/// <summary>Texts as people and systems write them, and worse; all of them can stand in XML 1.0.</summary>
static class AnyText
{
    static readonly string[] Words =
        ["Nguyễn Thị Thử", "Số 12/3, ngõ 5", "Phường Hạc Thành", "a", "<b>&amp;</b>", "]]>", "\"'\\/", "Trần\nVăn\r\nMẫu\t",
            "العربية", "😀"];

    public static Gen<string> Short { get; } = Gen.Frequency<string>(
        (6, Gen.Elements(Words)), (3, Points(Legal, 12)), (2, Gen.Elements(Words).Select(word => word.Normalize(NormalizationForm.FormD))),
        (1, Gen.Elements(" ", "\t\n", "\u3000")));

    /// <summary>Never blank, as a mandatory field must be.</summary>
    public static Gen<string> Filled { get; } = Short.Select(text => string.IsNullOrWhiteSpace(text) ? "x" : text);

    /// <summary>Any code points at all, so also those that no XML document can hold.</summary>
    public static Gen<string> Wild { get; } = Gen.Choose(0, 30).SelectMany(length => Gen.ArrayOf(Gen.Choose(0, 0xFFFF), length))
        .Select(units => string.Concat(units.Select(unit => (char)unit)));

    static Gen<string> Points(Gen<int> point, int most) => Gen.Choose(1, most).SelectMany(length => Gen.ArrayOf(point, length))
        .Select(points => string.Concat(points.Select(char.ConvertFromUtf32)));

    static Gen<int> Legal => Gen.Frequency<int>(
        (4, Gen.Choose(0x20, 0x24F)), (2, Gen.Choose(0x300, 0x36F)), (2, Gen.Choose(0x1E00, 0x1EFF)), (1, Gen.Elements(9, 10, 13)),
        (1, Gen.Choose(0x2000, 0x206F)), (1, Gen.Choose(0xE000, 0xFFFD)), (1, Gen.Choose(0x10000, 0x10FFFF)));
}
