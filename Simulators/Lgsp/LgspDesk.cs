using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Lgsp;

/// <summary>Takes dossiers once, lets an officer work on them, and answers questions about their results.</summary>
sealed class LgspDesk(SimulatorKit kit)
{
    const string AlreadyReceived = "Hồ sơ đã được tiếp nhận, không thể cập nhật thông tin";

    readonly Lock gate = new();
    readonly Dictionary<string, LgspDossier> dossiers = new(StringComparer.Ordinal);

    public static object Refuse(string text) => new { status = "0", statusDescription = "Không thành công", errorCode = "01", errorDescription = text };

    public object Receive(JsonElement message)
    {
        var number = message.Text("maHoSoMCDT") ?? "";
        lock (gate)
        {
            if (dossiers.ContainsKey(number))
                return Again();
            if (kit.Board.Find(number) is not { } @case)
                return Trouble("Số hồ sơ không hợp lệ");
            if (LgspDeclaration.Fault(message) is { } fault)
                return Trouble(fault);
            var dossier = new LgspDossier(@case, message.Object("toKhai")?.Text("loaiPhieu") ?? "1");
            dossiers.Add(number, dossier);
            kit.Journal.Record(Partners.Lltp, number, EffectKinds.Dossier, $"{number}/dossier/1", $"{number}/dossier/1", 1);
            kit.Act(Partners.Lltp, _ => WorkAsync(dossier));
        }
        return new { status = "1", statusDescription = "Gửi thông tin thành công", errorCode = "", errorDescription = "" };
    }

    public object Tell(JsonElement message)
    {
        lock (gate)
        {
            if (message.Text("maTinh") != kit.Options.ProvinceCode || !dossiers.TryGetValue(message.Text("maHoSoMCDT") ?? "", out var dossier))
                return new { status = 0, statusDescription = "Không tìm thấy hồ sơ", value = Array.Empty<object>() };
            var held = new { maHoSoMCDT = dossier.Case.Number, trangThaiXuLy = dossier.State, ketQuaXuLy = dossier.Result };
            return new { status = 1, statusDescription = Words(dossier.State), value = new[] { held } };
        }
    }

    /// <summary>What an operator tells the ministry by telephone, since the contract cannot carry a newer version.</summary>
    public void CorrectByHand(string number)
    {
        lock (gate)
        {
            if (!dossiers.TryGetValue(number, out var dossier) || dossier.State != 5)
                return;
            dossier.State = 4;
            kit.Journal.Record(Partners.Lltp, number, EffectKinds.Dossier, $"{number}/dossier/2", $"{number}/dossier/2", 2, 2);
            kit.Act(Partners.Lltp, _ => IssueAsync(dossier));
        }
    }

    static string Words(int state) => state switch
    {
        5 => "Bổ sung quá trình cư trú từ khi đủ 14 tuổi",
        9 => "Đã có kết quả",
        _ => "Đang xử lý",
    };

    Task WorkAsync(LgspDossier dossier)
    {
        if (dossier.Case.Scenario is Scenario.WithdrawnAt4 or Scenario.Stopped)
            return Task.CompletedTask;
        if (dossier.Case.Scenario != Scenario.SupplementByLltp)
            return IssueAsync(dossier);
        lock (gate)
            dossier.State = 5;
        return Task.CompletedTask;
    }

    Task IssueAsync(LgspDossier dossier)
    {
        Show(dossier, 1);
        if (dossier.Case.Aftermath is { Reissues: true })
            kit.Errands.Start(Partners.Lltp, TimeSpan.Zero, cancellation => ReissueAsync(dossier, cancellation));
        return Task.CompletedTask;
    }

    // The agency decided itself; the one-stop system reports it, and here only the new certificate is to be seen.
    async Task ReissueAsync(LgspDossier dossier, CancellationToken cancellation)
    {
        await dossier.Case.Decided.WaitAsync(cancellation);
        Show(dossier, 2);
        dossier.Case.TellAllTold();
    }

    void Show(LgspDossier dossier, int issue)
    {
        var serial = Serial(dossier, issue);
        var (pdf, result) = Certificate(dossier, serial, issue);
        var hash = Convert.ToHexStringLower(SHA256.HashData(pdf));
        if (issue > 1)
            dossier.Case.Change(papers => papers.Owe(new(null, serial, Serial(dossier, 1), hash), Partners.Places));
        dossier.Case.Keep(Partners.Lltp, hash);
        lock (gate)
            (dossier.State, dossier.Result) = (9, result);
    }

    static string Serial(LgspDossier dossier, int issue) => $"{dossier.Case.Number}-PL{dossier.FormType}{(issue == 1 ? "" : $"/{issue}")}";

    (byte[] Pdf, object Result) Certificate(LgspDossier dossier, string serial, int issue)
    {
        var number = dossier.Case.Number;
        var day = kit.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).ToString("dd/MM/yyyy", null);
        var draw = BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes($"{kit.Options.Seed + issue - 1}/{number}")));
        var pdf = PdfPage.Make(new Random(draw), $"PHIEU LY LICH TU PHAP SO {dossier.FormType}", $"So: {serial}", $"Ngay cap: {day}",
            "Tinh trang an tich: khong co an tich", "BAN THU NGHIEM, KHONG DUNG THAT");
        return (pdf, new
        {
            soPhieuLLTP = serial, ngayCapPhieu = day, loaiPhieu = dossier.FormType, nguoiLapPhieu = "Lê Thị Minh Hạnh",
            nguoiKy = "Phạm Quốc Bảo", chucVu = "Phó Giám đốc", tinhTrangAnTich = "1", tenTinhTrangAnTich = "Không có án tích",
            thongTinAn = Array.Empty<object>(), dsCDNCV = Array.Empty<object>(), phieuLLTP = Convert.ToBase64String(pdf), quyetDinhThuHoi = (string?)null,
        });
    }

    object Again()
    {
        kit.Journal.Repeat();
        return new { status = "0", statusDescription = "Không thành công", errorCode = "02", errorDescription = AlreadyReceived };
    }

    object Trouble(string text)
    {
        kit.Journal.Trouble(Partners.Lltp, "refused a dossier: " + text);
        return Refuse(text);
    }
}
