using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Demo;

/// <summary>The table at the end of a run.</summary>
static class Summary
{
    const int MostFindings = 20;

    public static async Task WriteAsync(TextWriter output, SimulatorKit kit, Audit audit, Report report)
    {
        await output.WriteLineAsync(Table(report));
        var procedures = kit.Board.Cases.Select(c => c.Procedure).OfType<string>().CountBy(code => code).OrderBy(pair => pair.Key);
        await output.WriteLineAsync("Thủ tục / procedures: " + string.Join("  ", procedures.Select(pair => $"{pair.Key} × {pair.Value}")));
        await WriteListAsync(output, "Bất thường / findings", audit.Findings);
        await WriteListAsync(output, "Sự cố do đối tác ghi nhận / troubles seen by the partners",
            [.. kit.Journal.Troubles.OrderByDescending(t => t.Value).Select(t => $"{t.Value} × {t.Key}")]);
        await output.WriteLineAsync(report.IsClean ? "ĐẠT / PASSED" : "KHÔNG ĐẠT / FAILED");
    }

    static string Table(Report report) => $"""

        Kết quả / result                                        số hồ sơ / dossiers
        ---------------------------------------------------------------------------
        Đã trả kết quả / completed (10)                         {report.Completed,8}
        Không được tiếp nhận / refused (3)                      {report.Refused,8}
        Công dân rút hồ sơ / withdrawn (7)                      {report.Withdrawn,8}
        Dừng xử lý / stopped (8)                                {report.Stopped,8}
        Tổng số / all                                           {report.Dossiers,8}
        Có quyết định sau cấp / decided about after issue       {report.Decided ?? 0,8}
        Cấp lại Phiếu / re-issued                               {report.Reissued ?? 0,8}
        ---------------------------------------------------------------------------
        Mất / lost                                              {report.Lost,8}
        Trùng / duplicated                                      {report.Duplicated,8}
        Sai thứ tự / out of order                               {report.OutOfOrder,8}
        Gửi lại / repeats                                       {report.Repeats,8}
        Số lần tắt đột ngột / kills                             {report.Kills,8}
        Số lần dừng / stops: PostgreSQL, Redis                  {report.DatabaseStops,8} {report.RedisStops,8}
        ---------------------------------------------------------------------------
        Thời gian / seconds                                     {report.Seconds,8:F2}
        Hồ sơ mỗi giây / dossiers per second                    {report.DossiersPerSecond,8:F2}
        Một hồ sơ / one dossier, ms (p50, p95)                  {report.DossierMs.P50,8:F0} {report.DossierMs.P95,8:F0}
        Bộ nhớ cao nhất / hub's peak memory, MB                 {report.HubPeakMemoryMb,8:F0}

        """;

    static async Task WriteListAsync(TextWriter output, string title, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
            return;
        await output.WriteLineAsync(title);
        foreach (var line in lines.Take(MostFindings))
            await output.WriteLineAsync("  " + line);
        if (lines.Count > MostFindings)
            await output.WriteLineAsync($"  … và {lines.Count - MostFindings} dòng nữa / and {lines.Count - MostFindings} more");
    }
}
