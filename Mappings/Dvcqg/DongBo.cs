using System.Text.Json.Serialization;

namespace LLTP.Hub.Mappings.Dvcqg;

/// <summary>A login (DVCQG contract).</summary>
sealed record DangNhap
{
    [JsonPropertyName("username")] public string? Username { get; init; }
    [JsonPropertyName("password")] public string? Password { get; init; }
}

/// <summary>A call of DongBoHoSoMC (DVCQG contract).</summary>
sealed record DongBo
{
    [JsonPropertyName("session")] public string? Session { get; init; }
    [JsonPropertyName("madonvi")] public string? Madonvi { get; init; }
    [JsonPropertyName("service")] public string? Service { get; init; }
    [JsonPropertyName("isUpdating")] public string? IsUpdating { get; init; }
    [JsonPropertyName("data")] public IReadOnlyList<HoSo>? Data { get; init; }
}

/// <summary>A call of CapNhatTienDoHoSoMC (DVCQG contract).</summary>
sealed record CapNhat
{
    [JsonPropertyName("session")] public string? Session { get; init; }
    [JsonPropertyName("madonvi")] public string? Madonvi { get; init; }
    [JsonPropertyName("service")] public string? Service { get; init; }
    [JsonPropertyName("data")] public IReadOnlyList<TienDo>? Data { get; init; }
}

/// <summary>A call of TraCuuHoSo (DVCQG contract).</summary>
sealed record TraCuu
{
    [JsonPropertyName("session")] public string? Session { get; init; }
    [JsonPropertyName("madonvi")] public string? Madonvi { get; init; }
    [JsonPropertyName("service")] public string? Service { get; init; }
    [JsonPropertyName("data")] public IReadOnlyList<HoSo>? Data { get; init; }
}
