using System.Collections.Concurrent;
using System.Text.Json;
using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Dvcqg;

/// <summary>Progress lines: CapNhatTienDoHoSoMC; the portal knows a line by number, time and state.</summary>
sealed class DvcqgProgress(SimulatorKit kit)
{
    const int LongestChunk = 10;

    readonly ConcurrentDictionary<string, ConcurrentQueue<(string At, int State)>> lines = new(StringComparer.Ordinal);

    public DvcqgAnswer Take(JsonElement data)
    {
        var chunk = data.EnumerateArray().ToArray();
        if (chunk.Length > LongestChunk || chunk.Select(l => l.Text("MaHoSo")).Distinct().Count() != 1)
            return DvcqgAnswer.Wrong("data");
        if (chunk.Select(DvcqgReading.CheckProgress).FirstOrDefault(w => w is not null) is { } wrong)
            return DvcqgAnswer.Wrong(wrong);
        if (kit.Board.Find(chunk[0].Text("MaHoSo")) is not { } file)
            return DvcqgAnswer.Wrong("MaHoSo");
        lock (file.Gate)
            return Take(file, chunk);
    }

    /// <summary>Lines of a dossier in the order of arrival, by time and state.</summary>
    public IEnumerable<(string At, int State)> Of(string number) => lines.GetValueOrDefault(number) ?? [];

    DvcqgAnswer Take(DossierCase file, JsonElement[] chunk)
    {
        if (file.Last(Partners.Dvcqg) == 0)
        {
            kit.Journal.Misordered(Partners.Dvcqg, file.Number, "progress before the dossier");
            return DvcqgAnswer.Missing;
        }
        foreach (var line in chunk)
            Keep(file, line);
        return DvcqgAnswer.Done;
    }

    void Keep(DossierCase file, JsonElement line)
    {
        var state = line.Whole("TrangThai") ?? 0;
        var visit = file.Visit(Partners.Dvcqg);
        var identity = $"{file.Number}:line:{visit}:{state}:{line.Text("NoiDungXuLy")}:{line.Text("NgayKetThucTheoQuyDinh")}";
        var dedupeKey = $"{file.Number}:line:{line.Text("ThoiDiemXuLy")}:{state}";
        // A line in the second of another one is that other one: what it says is not shown.
        if (!kit.Journal.Record(Partners.Dvcqg, file.Number, EffectKinds.Progress, identity, dedupeKey, state, visit))
            return;
        if (DvcqgReading.Named(file, line.Text("NoiDungXuLy") ?? "") is { } paper)
            file.Change(papers => papers.Hold(Partners.DvcqgLine, paper));
        lines.GetOrAdd(file.Number, _ => new()).Enqueue((line.Text("ThoiDiemXuLy") ?? "", state));
    }
}
