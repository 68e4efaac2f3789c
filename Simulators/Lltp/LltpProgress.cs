using System.Globalization;
using System.Security.Cryptography;
using System.Xml;
using System.Xml.Linq;
using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Lltp;

/// <summary>What happens to a dossier that the software has: pause, stop, answers to its look-ups.</summary>
sealed class LltpProgress(SimulatorKit kit, LltpRegister register, LltpOfficer officer)
{
    public XElement Pause(LltpDossier dossier, string messageId, XmlElement content)
    {
        if (dossier.Closed is not null || dossier.Issued)
            return Refuse(content, "Hồ sơ đã kết thúc, không thể tạm dừng");
        Record(dossier, EffectKinds.Pause, $"{dossier.Number}/pause/{dossier.Version}", messageId, 5);
        dossier.Paused = true;
        return Done(content, "Đã tạm dừng xử lý hồ sơ");
    }

    public XElement Stop(LltpDossier dossier, string messageId, XmlElement content)
    {
        if (dossier.Issued)
            return Refuse(content, "Hồ sơ đã có phiếu, không thể dừng");
        var state = int.Parse(content.Text("trangThai"), CultureInfo.InvariantCulture);
        if (dossier.Closed is { } closed && closed != state)
            return Refuse(content, "Hồ sơ đã kết thúc ở trạng thái khác");
        Record(dossier, EffectKinds.Stop, $"{dossier.Number}/stop", messageId, state);
        dossier.Closed = state;
        register.Changed(dossier);
        return Done(content, "Đã dừng xử lý hồ sơ");
    }

    public XElement TakeAnswer(LltpDossier dossier, string messageId, XmlElement content)
    {
        var lookup = content.Text("maTraCuu");
        var number = int.Parse(content.Text("lanTraLoi"), CultureInfo.InvariantCulture);
        if (!dossier.Lookups.Contains(lookup))
            return Refuse(content, "Không có yêu cầu tra cứu này");
        if (IsMisplaced(dossier, lookup, number) is { } misplaced)
            return Misorder(dossier, content, misplaced);
        Record(dossier, EffectKinds.LookupResult, $"{dossier.Number}/result/{lookup}/{number}", messageId, null);
        dossier.Answers[lookup] = Math.Max(number, dossier.Answers.GetValueOrDefault(lookup));
        if (lookup == dossier.Lookups[^1])
            Apply(dossier, number, content.Text("ketQua"));
        return Done(content, "Đã nhận kết quả tra cứu");
    }

    /// <summary>A decision that the one-stop system reported, about a certificate that this software issued.</summary>
    public XElement TakeDecision(LltpDossier dossier, string messageId, XmlElement content)
    {
        var number = content.Text("soQuyetDinh");
        if (!dossier.Issued)
            return Misorder(dossier, content, "Hồ sơ chưa có phiếu");
        var file = dossier.Case;
        lock (file.Gate)
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(Convert.FromBase64String(content.Text("tepQuyetDinh"))));
            if (file.Papers.All.FirstOrDefault(one => one.Number == number && one.Sha256 == hash && Words[content.Text("loaiQuyetDinh")] == one.Kind
                && one.Certificate == content.Text("soPhieuLLTP")) is not { } decided)
                return Refuse(content, "Quyết định không khớp");
            Record(dossier, EffectKinds.Decision, $"{dossier.Number}/decision/{number}", messageId, null);
            dossier.Decisions.Add(number);
            file.Change(papers => papers.Hold(Partners.Lltp, decided));
        }
        return Done(content, "Đã nhận quyết định");
    }

    static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["BoSung"] = DecisionKinds.Supplement, ["DinhChinh"] = DecisionKinds.Correction,
        ["ThuHoi"] = DecisionKinds.Revocation, ["HuyBo"] = DecisionKinds.Cancellation,
    };

    static string? IsMisplaced(LltpDossier dossier, string lookup, int number) =>
        dossier.Closed is not null ? "Hồ sơ đã dừng xử lý"
        : lookup == dossier.Lookups[^1] && number < dossier.LastAnswer ? "Đã nhận lần trả lời sau"
        : null;

    void Apply(LltpDossier dossier, int number, string result)
    {
        dossier.LastAnswer = number;
        if (result == "DangXacMinh")
            return;
        dossier.Result = result;
        if (dossier.MayIssue)
            officer.Issue(dossier);
    }

    void Record(LltpDossier dossier, string kind, string identity, string messageId, int? state) =>
        kit.Journal.Record(Partners.Lltp, dossier.Number, kind, identity, messageId, state, dossier.Version);

    static XElement Done(XmlElement content, string text) => LltpReply.Done(content.LocalName, text);

    XElement Misorder(LltpDossier dossier, XmlElement content, string text)
    {
        kit.Journal.Misordered(Partners.Lltp, dossier.Number, $"{content.LocalName}: {text}");
        return LltpReply.Refused(content.LocalName, text);
    }

    XElement Refuse(XmlElement content, string text)
    {
        kit.Journal.Trouble(Partners.Lltp, $"{content.LocalName} refused: {text}");
        return LltpReply.Refused(content.LocalName, text);
    }
}
