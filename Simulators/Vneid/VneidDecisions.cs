using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Vneid;

/// <summary>Decisions about certificates as citizens see them, beside the state that is shown already.</summary>
sealed class VneidDecisions(SimulatorKit kit)
{
    public VneidAnswer Take(DossierCase file, StateMessage message)
    {
        var last = file.Last(Partners.Vneid);
        var decided = file.Papers.All.FirstOrDefault(one => one.Kind == message.Decision && one.Sha256 == message.DecisionHash);
        if (decided is null || Names(message, decided) is false)
            return new("01", "Quyết định không khớp với quyết định của cơ quan cấp Phiếu");
        if (last is not (9 or 10) || (message.State != last && !file.HoldsInVisit(Partners.Vneid, message.State) && !NationalStates.MayFollow(last, message.State)))
        {
            kit.Journal.Misordered(Partners.Vneid, file.Number, $"decision at {message.State} while {last} is shown");
            return new("01", $"Hồ sơ {file.Number} không thể cập nhật lên trạng thái {NationalStates.Name(message.State)}", Expected: true);
        }
        var isState = NationalStates.MayFollow(last, message.State);
        if (file.Papers.Holds(Partners.Vneid, decided) && !isState)
            return Again();
        Keep(file, decided, last);
        if (isState)
            Show(file, message.State);
        return VneidAnswer.Done;
    }

    /// <summary>The same again is taken as well: nothing changes by it.</summary>
    public VneidAnswer Again()
    {
        kit.Journal.Repeat();
        return VneidAnswer.Done;
    }

    void Keep(DossierCase file, Paper decided, int shown)
    {
        if (file.Papers.Holds(Partners.Vneid, decided))
            return;
        var identity = $"{file.Number}:decision:{decided.Number}";
        kit.Journal.Record(Partners.Vneid, file.Number, EffectKinds.Decision, identity, identity, shown, file.Visit(Partners.Vneid));
        file.Change(papers => papers.Hold(Partners.Vneid, decided));
    }

    // State 10 of a certificate that is no longer in force comes with the decision instead of the certificate.
    void Show(DossierCase file, int state)
    {
        var visit = file.Visit(Partners.Vneid);
        var identity = $"{file.Number}:{visit}:{state}";
        kit.Journal.Record(Partners.Vneid, file.Number, EffectKinds.State, identity, identity, state, visit);
        file.Show(Partners.Vneid, state);
    }

    static bool Names(StateMessage message, Paper decided) => message.Reason is { } reason
        && reason.Contains(decided.Number, StringComparison.Ordinal) && reason.Contains(decided.Certificate, StringComparison.Ordinal);
}
