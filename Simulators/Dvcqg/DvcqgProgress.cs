using System.Text.Json;
using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Dvcqg;

/// <summary>Progress lines: CapNhatTienDoHoSoMC; the portal knows a line by number, time and state.</summary>
sealed class DvcqgProgress(SimulatorKit kit)
{
    const int LongestChunk = 10;

    public DvcqgAnswer Take(JsonElement data)
    {
        var lines = data.EnumerateArray().ToArray();
        if (lines.Length > LongestChunk || lines.Select(l => l.Text("MaHoSo")).Distinct().Count() != 1)
            return DvcqgAnswer.Wrong("data");
        if (lines.Select(DvcqgReading.CheckProgress).FirstOrDefault(w => w is not null) is { } wrong)
            return DvcqgAnswer.Wrong(wrong);
        if (kit.Board.Find(lines[0].Text("MaHoSo")) is not { } file)
            return DvcqgAnswer.Wrong("MaHoSo");
        lock (file.Gate)
            return Take(file, lines);
    }

    DvcqgAnswer Take(DossierCase file, JsonElement[] lines)
    {
        if (file.Last(Partners.Dvcqg) == 0)
        {
            kit.Journal.Misordered(Partners.Dvcqg, file.Number, "progress before the dossier");
            return DvcqgAnswer.Missing;
        }
        foreach (var line in lines)
            Keep(file, line);
        return DvcqgAnswer.Done;
    }

    void Keep(DossierCase file, JsonElement line)
    {
        var state = line.Whole("TrangThai") ?? 0;
        var visit = file.Visit(Partners.Dvcqg);
        var identity = $"{file.Number}:line:{visit}:{state}:{line.Text("NoiDungXuLy")}:{line.Text("NgayKetThucTheoQuyDinh")}";
        var dedupeKey = $"{file.Number}:line:{line.Text("ThoiDiemXuLy")}:{state}";
        kit.Journal.Record(Partners.Dvcqg, file.Number, EffectKinds.Progress, identity, dedupeKey, state, visit);
    }
}
