namespace LLTP.Hub.Simulators.Vneid;

/// <summary>An area as VNeID writes it. The district is empty where local government has two tiers.</summary>
sealed record Place(string ProvinceCode, string Province, string DistrictCode, string District, string CommuneCode, string Commune);

/// <summary>A few areas of the statistical catalogue, before and after 1 July 2025.</summary>
static class Places
{
    public static readonly Place[] ThreeTier =
    [
        new("38", "Tỉnh Thanh Hóa", "380", "Thành phố Thanh Hóa", "14797", "Phường Ba Đình"),
        new("38", "Tỉnh Thanh Hóa", "381", "Thị xã Bỉm Sơn", "14818", "Phường Ngọc Trạo"),
        new("38", "Tỉnh Thanh Hóa", "395", "Huyện Thọ Xuân", "15499", "Thị trấn Thọ Xuân"),
        new("1", "Thành phố Hà Nội", "006", "Quận Đống Đa", "00181", "Phường Cát Linh"),
        new("79", "Thành phố Hồ Chí Minh", "760", "Quận 1", "26740", "Phường Bến Nghé"),
        new("40", "Tỉnh Nghệ An", "412", "Thành phố Vinh", "16666", "Phường Đông Vĩnh"),
    ];

    public static readonly Place[] TwoTier =
    [
        new("38", "Tỉnh Thanh Hóa", "", "", "14797", "Phường Hạc Thành"),
        new("38", "Tỉnh Thanh Hóa", "", "", "14818", "Phường Bỉm Sơn"),
        new("38", "Tỉnh Thanh Hóa", "", "", "15499", "Xã Thọ Xuân"),
        new("1", "Thành phố Hà Nội", "", "", "00199", "Phường Ô Chợ Dừa"),
        new("79", "Thành phố Hồ Chí Minh", "", "", "26740", "Phường Sài Gòn"),
        new("40", "Tỉnh Nghệ An", "", "", "16681", "Phường Thành Vinh"),
    ];

    /// <summary>Codes of the provinces of registration inside personal numbers; they stay as issued after the mergers.</summary>
    public static readonly string[] RegistrationCodes = ["001", "026", "031", "034", "036", "038", "040", "042", "048", "064", "079"];

    public static readonly string[] Streets =
    [
        "12 Lê Lợi", "45 Trần Phú", "Thôn Đông Tân", "Số 7, ngõ 21 Nguyễn Trãi", "Khu phố 3", "Tổ dân phố 5", "Xóm Mới",
    ];
}
