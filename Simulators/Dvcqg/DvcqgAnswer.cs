namespace LLTP.Hub.Simulators.Dvcqg;

/// <summary>error_code and message.</summary>
/// <param name="IsTrouble">A refusal that a correct hub never meets.</param>
sealed record DvcqgAnswer(string Code, string Text, bool IsTrouble = false)
{
    public static readonly DvcqgAnswer Done = new("0", "Thành công");
    public static readonly DvcqgAnswer SessionOver = new("-1", "Phiên làm việc không hợp lệ");
    public static readonly DvcqgAnswer Exists = new("3", "Hồ sơ đã tồn tại");
    public static readonly DvcqgAnswer Missing = new("-2", "Hồ sơ chưa tồn tại");
    public static readonly DvcqgAnswer NotNow = new("-5", "Trạng thái hồ sơ không hợp lệ", true);
    public static readonly DvcqgAnswer Unreadable = new("-9", "Dữ liệu không đúng định dạng", true);

    public static DvcqgAnswer Wrong(string field) => new("-4", $"Trường {field} không hợp lệ", true);
}
