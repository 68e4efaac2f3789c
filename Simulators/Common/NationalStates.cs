namespace LLTP.Hub.Simulators.Common;

/// <summary>The ten states of the national portal and the steps between them, as every display reads them.</summary>
static class NationalStates
{
    static readonly string[] Names =
    [
        "Mới đăng ký", "Được tiếp nhận", "Không được tiếp nhận", "Đang xử lý", "Yêu cầu bổ sung giấy tờ",
        "Yêu cầu thực hiện nghĩa vụ tài chính", "Công dân yêu cầu rút hồ sơ", "Dừng xử lý", "Đã xử lý xong", "Đã trả kết quả",
    ];

    public static string? Name(int state) => state is >= 1 and <= 10 ? Names[state - 1] : null;

    /// <summary>Whether a display that shows one state may show the other next; 0 is a display without the dossier.</summary>
    public static bool MayFollow(int from, int to) => from switch
    {
        0 => to is 1,
        1 => to is 2 or 3 or 5 or 7 or 8,
        2 => to is 4 or 5 or 7 or 8,
        4 => to is 3 or 5 or 7 or 8 or 9,
        5 => to is 1 or 7 or 8,
        9 => to is 10,
        _ => false,
    };
}
