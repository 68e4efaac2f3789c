namespace LLTP.Hub.Mappings.Dvcqg;

/// <summary>The fields of a VNeID request that the national display gets.</summary>
static class DvcqgCarried
{
    public static readonly IReadOnlySet<string> Paths =
        "maHoSoMCDT nguonDangKy toKhai.loaiPhieu toKhai.nycHoTen toKhai.nycSoGiayTo toKhai.nycDienThoai toKhai.nycEmail".Split(' ').ToHashSet();
}
