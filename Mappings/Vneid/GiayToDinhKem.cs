using System.Text.Json.Serialization;
using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Mappings.Vneid;

/// <summary>A paper with its files (VNeID contract).</summary>
sealed record GiayToDinhKem
{
    [JsonPropertyName("ma")] public string? Ma { get; init; }
    [JsonPropertyName("ten")] public string? Ten { get; init; }
    [JsonPropertyName("danhSach")] public IReadOnlyList<TepDinhKem>? DanhSach { get; init; }
}

/// <summary>A file, base64 on the wire (VNeID contract, giayToDinhKem.danhSach).</summary>
sealed record TepDinhKem
{
    [JsonPropertyName("loai")] public string? Loai { get; init; }
    [JsonPropertyName("duLieu")] public FileRef? DuLieu { get; init; }
}
