using System.Globalization;
using System.Text.Json;
using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Dvcqg;

/// <summary>Field rules of the portal: the name of the first wrong field, or null.</summary>
static class DvcqgReading
{
    static readonly string[] DossierTexts = ["MaHoSo", "MaTTHC", "TenTTHC", "ChuHoSo", "TrichYeuHoSo"];
    static readonly string[] ProgressTexts = ["MaHoSo", "NguoiXuLy", "PhongBanXuLy", "NoiDungXuLy"];

    public static string? CheckDossier(JsonElement dossier) =>
        DossierTexts.FirstOrDefault(n => string.IsNullOrWhiteSpace(dossier.Text(n)))
        ?? (dossier.Text("TrichYeuHoSo")?.Length > 1000 ? "TrichYeuHoSo" : null)
        ?? (NationalStates.Name(dossier.Whole("TrangThaiHoSo") ?? 0) is null ? "TrangThaiHoSo" : null)
        ?? (dossier.Whole("KenhThucHien") is not (1 or 2 or 3) ? "KenhThucHien" : null)
        ?? (IsTime(dossier.Text("NgayTiepNhan")) ? null : "NgayTiepNhan")
        ?? (string.IsNullOrEmpty(dossier.Text("NgayHenTra")) || IsTime(dossier.Text("NgayHenTra")) ? null : "NgayHenTra");

    public static string? CheckProgress(JsonElement line) =>
        ProgressTexts.FirstOrDefault(n => string.IsNullOrWhiteSpace(line.Text(n)))
        ?? (line.Text("NguoiXuLy")?.Length > 50 ? "NguoiXuLy" : null)
        ?? (NationalStates.Name(line.Whole("TrangThai") ?? 0) is null ? "TrangThai" : null)
        ?? (IsTime(line.Text("ThoiDiemXuLy")) ? null : "ThoiDiemXuLy");

    /// <summary>The decision or new certificate that a text names by both numbers; null when it names none.</summary>
    public static Paper? Named(DossierCase file, string text) => file.Papers.All
        .OrderByDescending(paper => paper.Kind is not null)
        .FirstOrDefault(paper => text.Contains(paper.Number, StringComparison.Ordinal) && text.Contains(paper.Certificate, StringComparison.Ordinal));

    static bool IsTime(string? text) =>
        DateTime.TryParseExact(text, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
