using System.Text.Json.Serialization;
using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Mappings.Lgsp;

/// <summary>A place (contract lltp-lgsp, DiaBanLGSP).</summary>
sealed record DiaBanLgsp
{
    [JsonPropertyName("maTinhThanh")] public string? MaTinhThanh { get; init; }
    [JsonPropertyName("tenTinhThanh")] public string? TenTinhThanh { get; init; }
    [JsonPropertyName("maQuanHuyen")] public string? MaQuanHuyen { get; init; }
    [JsonPropertyName("tenQuanHuyen")] public string? TenQuanHuyen { get; init; }
    [JsonPropertyName("maPhuongXa")] public string? MaPhuongXa { get; init; }
    [JsonPropertyName("tenPhuongXa")] public string? TenPhuongXa { get; init; }
    [JsonPropertyName("dcChiTiet")] public string? DcChiTiet { get; init; }
}

/// <summary>A stay with its work (contract lltp-lgsp, NycCuTruLGSP).</summary>
sealed record NycCuTruLgsp
{
    [JsonPropertyName("tuNgay")] public string? TuNgay { get; init; }
    [JsonPropertyName("denNgay")] public string? DenNgay { get; init; }
    [JsonPropertyName("noiCuTru")] public string? NoiCuTru { get; init; }
    [JsonPropertyName("ngheNghiep")] public string? NgheNghiep { get; init; }
    [JsonPropertyName("noiLamViec")] public string? NoiLamViec { get; init; }
}

/// <summary>A file of the dossier (contract lltp-lgsp, FileHoSoLGSP), base64.</summary>
sealed record FileHoSoLgsp
{
    [JsonPropertyName("tenLoaiFile")] public string? TenLoaiFile { get; init; }
    [JsonPropertyName("tenFile")] public string? TenFile { get; init; }
    [JsonPropertyName("noiDungFile")] public FileRef? NoiDungFile { get; init; }
}
