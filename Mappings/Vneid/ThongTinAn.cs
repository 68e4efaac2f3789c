using System.Text.Json.Serialization;

namespace LLTP.Hub.Mappings.Vneid;

/// <summary>A conviction on a certificate (VNeID contract).</summary>
sealed record ThongTinAn
{
    [JsonPropertyName("soBanAn")] public string? SoBanAn { get; init; }
    [JsonPropertyName("ngayBanAn")] public string? NgayBanAn { get; init; }
    [JsonPropertyName("toaDaTuyen")] public string? ToaDaTuyen { get; init; }
    [JsonPropertyName("tenToaDaTuyen")] public string? TenToaDaTuyen { get; init; }
    [JsonPropertyName("dsToiDanh")] public IReadOnlyList<ToiDanh>? DsToiDanh { get; init; }
    [JsonPropertyName("dsHinhPhatChinh")] public IReadOnlyList<HinhPhatChinh>? DsHinhPhatChinh { get; init; }
    [JsonPropertyName("dsHinhPhatBoSung")] public IReadOnlyList<HinhPhatBoSung>? DsHinhPhatBoSung { get; init; }
    [JsonPropertyName("ngayChapHanh")] public string? NgayChapHanh { get; init; }
    [JsonPropertyName("ngayXoaAn")] public string? NgayXoaAn { get; init; }
    [JsonPropertyName("dieuKhoan")] public string? DieuKhoan { get; init; }
    [JsonPropertyName("anPhi")] public string? AnPhi { get; init; }
    [JsonPropertyName("nghiaVuDanSu")] public string? NghiaVuDanSu { get; init; }
    [JsonPropertyName("tinhTrangThiHanh")] public string? TinhTrangThiHanh { get; init; }
}

/// <summary>An offence (VNeID contract).</summary>
sealed record ToiDanh
{
    [JsonPropertyName("toiDanh")] public string? MaToiDanh { get; init; }
    [JsonPropertyName("tenToiDanh")] public string? TenToiDanh { get; init; }
}

/// <summary>A main sentence (VNeID contract).</summary>
sealed record HinhPhatChinh
{
    [JsonPropertyName("maHinhPhat")] public string? MaHinhPhat { get; init; }
    [JsonPropertyName("tenHinhPhat")] public string? TenHinhPhat { get; init; }
    [JsonPropertyName("ghiChu")] public string? GhiChu { get; init; }
}

/// <summary>An additional sentence (VNeID contract).</summary>
sealed record HinhPhatBoSung
{
    [JsonPropertyName("maHinhPhat")] public string? MaHinhPhat { get; init; }
    [JsonPropertyName("tenHinhPhat")] public string? TenHinhPhat { get; init; }
    [JsonPropertyName("noiDungHinhPhatBoSung")] public string? NoiDungHinhPhatBoSung { get; init; }
}

/// <summary>A ban on posts (VNeID contract, dsCDNCV).</summary>
sealed record CamDamNhiem
{
    [JsonPropertyName("soQuyetDinh")] public string? SoQuyetDinh { get; init; }
    [JsonPropertyName("ngayQuyetDinh")] public string? NgayQuyetDinh { get; init; }
    [JsonPropertyName("toaAnQD")] public string? ToaAnQD { get; init; }
    [JsonPropertyName("chucVuCam")] public string? ChucVuCam { get; init; }
    [JsonPropertyName("thoiHanCam")] public string? ThoiHanCam { get; init; }
    [JsonPropertyName("camTuNgay")] public string? CamTuNgay { get; init; }
}
