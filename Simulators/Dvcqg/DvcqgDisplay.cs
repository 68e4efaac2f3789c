using System.Collections.Concurrent;
using System.Text.Json;
using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Dvcqg;

/// <summary>The national display: DongBoHoSoMC adds a dossier or updates its state.</summary>
sealed class DvcqgDisplay(SimulatorKit kit)
{
    readonly ConcurrentDictionary<string, string> dueDates = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, string> notes = new(StringComparer.Ordinal);

    public DvcqgAnswer Take(JsonElement dossier, bool updating)
    {
        if (DvcqgReading.CheckDossier(dossier) is { } wrong)
            return DvcqgAnswer.Wrong(wrong);
        if (kit.Board.Find(dossier.Text("MaHoSo")) is not { } file)
            return DvcqgAnswer.Wrong("MaHoSo");
        lock (file.Gate)
        {
            var known = file.Last(Partners.Dvcqg) != 0;
            if (known && !updating)
                return Exists();
            if (!known && updating)
                return DvcqgAnswer.Missing;
            Notice(file, dossier.Text("MaTTHC") ?? "");
            return TakeNote(file, dossier) ?? Take(file, dossier.Whole("TrangThaiHoSo") ?? 0, dossier.Text("NgayHenTra") ?? "");
        }
    }

    // A dossier finishes under the procedure that it was opened under.
    void Notice(DossierCase file, string procedure)
    {
        file.Procedure ??= procedure;
        if (file.Procedure != procedure)
            kit.Journal.Misordered(Partners.Dvcqg, file.Number, $"procedure {procedure} after {file.Procedure}");
    }

    DvcqgAnswer Take(DossierCase file, int state, string due)
    {
        var last = file.Last(Partners.Dvcqg);
        if (state == last)
            return TakeSame(file, state, due);
        if (NationalStates.MayFollow(last, state))
            return Show(file, state, due);
        if (file.HoldsInVisit(Partners.Dvcqg, state))
            return Again(file, state);
        kit.Journal.Misordered(Partners.Dvcqg, file.Number, $"state {state} at {last}");
        return DvcqgAnswer.NotNow;
    }

    /// <summary>What was decided about the certificate, under the state that is shown already; null when the message is of another kind.</summary>
    DvcqgAnswer? TakeNote(DossierCase file, JsonElement dossier)
    {
        var last = file.Last(Partners.Dvcqg);
        if (dossier.Text("GhiChu") is not { Length: > 0 } note || last is not (9 or 10) || dossier.Whole("TrangThaiHoSo") is not { } state)
            return null;
        if (state != last && !file.HoldsInVisit(Partners.Dvcqg, state))
            return null;
        if (DvcqgReading.Named(file, note) is not { } paper)
            return DvcqgAnswer.Wrong("GhiChu");
        var kind = paper.Kind is null ? EffectKinds.Reissue : EffectKinds.Decision;
        var identity = $"{file.Number}:{kind}:{paper.Number}";
        kit.Journal.Record(Partners.Dvcqg, file.Number, kind, identity, identity, last, file.Visit(Partners.Dvcqg));
        notes[file.Number] = note;
        file.Change(papers => papers.Hold(Partners.DvcqgNote, paper));
        return DvcqgAnswer.Done;
    }

    /// <summary>The note beside the state; null when there is none.</summary>
    public string? Note(string number) => notes.GetValueOrDefault(number);

    DvcqgAnswer Show(DossierCase file, int state, string due)
    {
        Record(file, state, state == 1 && file.Last(Partners.Dvcqg) != 0 ? file.Visit(Partners.Dvcqg) + 1 : file.Visit(Partners.Dvcqg));
        dueDates[file.Number] = due;
        file.Show(Partners.Dvcqg, state);
        return DvcqgAnswer.Done;
    }

    // Under an unchanged state only another due date is news.
    DvcqgAnswer TakeSame(DossierCase file, int state, string due)
    {
        if (due.Length == 0 || dueDates.GetValueOrDefault(file.Number) == due)
            return Again(file, state);
        var visit = file.Visit(Partners.Dvcqg);
        var identity = $"{file.Number}:{visit}:{state}:{due}";
        kit.Journal.Record(Partners.Dvcqg, file.Number, EffectKinds.DueDate, identity, identity, state, visit);
        dueDates[file.Number] = due;
        return DvcqgAnswer.Done;
    }

    /// <summary>What the portal shows of a dossier; null when it has none.</summary>
    public (int State, string Due)? Shown(DossierCase file)
    {
        lock (file.Gate)
            return file.Last(Partners.Dvcqg) is > 0 and var state ? (state, dueDates.GetValueOrDefault(file.Number) ?? "") : null;
    }

    void Record(DossierCase file, int state, int visit)
    {
        var identity = $"{file.Number}:{visit}:{state}";
        kit.Journal.Record(Partners.Dvcqg, file.Number, EffectKinds.State, identity, identity, state, visit);
    }

    // Where repeats are not recognised, the same state once more is a second entry.
    DvcqgAnswer Again(DossierCase file, int state)
    {
        Record(file, state, file.Visit(Partners.Dvcqg));
        return DvcqgAnswer.Done;
    }

    DvcqgAnswer Exists()
    {
        kit.Journal.Repeat();
        return DvcqgAnswer.Exists;
    }
}
