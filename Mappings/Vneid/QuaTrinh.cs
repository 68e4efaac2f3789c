using System.Text.Json.Serialization;

namespace LLTP.Hub.Mappings.Vneid;

/// <summary>A period of residence and work (VNeID contract, quaTrinhCTNNNLV).</summary>
sealed record QuaTrinh
{
    [JsonPropertyName("tuThangNam")] public string? TuThangNam { get; init; }
    [JsonPropertyName("denThangNam")] public string? DenThangNam { get; init; }
    [JsonPropertyName("loaiCuTru")] public string? LoaiCuTru { get; init; }
    [JsonPropertyName("diaChiCuTru")] public DiaChi? DiaChiCuTru { get; init; }
    [JsonPropertyName("ngheNghiep")] public string? NgheNghiep { get; init; }
    [JsonPropertyName("noiLamViec")] public string? NoiLamViec { get; init; }
}
