using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Tthc;

/// <summary>The one-stop officer: decides by the scenario and tells the hub. The own display shows a decision when it is made.</summary>
sealed class TthcOfficer(SimulatorKit kit)
{
    static readonly string[] Missing = ["Bổ sung quá trình cư trú", "Bổ sung địa chỉ liên hệ"];

    readonly TthcCalls calls = new(kit.Secrets);

    public Action<DossierCase>? WhenSupplementAsked { get; set; }

    public void ReadDossier(DossierCase file, int version)
    {
        var decision = (file.Scenario, version) switch
        {
            (Scenario.Refused, _) => new Decision("refusal", Happenings.Refused, 3, Reason: "Không đủ thẩm quyền giải quyết"),
            (Scenario.SupplementByTthc, 1) => new Decision("supplement-request", Happenings.SupplementByTthc, 5, Items: Missing),
            _ => new Decision("acceptance", Happenings.Accepted, 2),
        };
        Decide(file, 1, decision);
    }

    public void SeeState(DossierCase file, int state)
    {
        if (state == 4 && file.Scenario == Scenario.WithdrawnAt4)
            Decide(file, 4, new("withdrawal", Happenings.Withdrawn, 7, Reason: "Công dân xin rút hồ sơ"));
        else if (state == 4 && file.Scenario == Scenario.Stopped)
            Decide(file, 4, new("stop", Happenings.Stopped, 8, Reason: "Không đủ điều kiện giải quyết"));
        else if (state == 5 && file.Origin.IsCounter())
            WhenSupplementAsked?.Invoke(file);
        else if (state == 9 && (file.Scenario == Scenario.Paper || file.Origin.IsCounter()))
            Decide(file, 9, new("hand-over", Happenings.HandedOver, 10, Receiver: "Người yêu cầu"));
    }

    void Decide(DossierCase file, int at, Decision decision) =>
        kit.Act(Partners.Tthc, cancellation => DecideAsync(file, at, decision, cancellation));

    async Task DecideAsync(DossierCase file, int at, Decision decision, CancellationToken cancellation)
    {
        lock (file.Gate)
        {
            if (file.Last(Partners.Tthc) != at)
                return;
            file.Show(Partners.Tthc, decision.State);
        }
        var outcome = await kit.Hub.SendAsync(calls.Tell(file.Number, decision, kit.Clock.GetUtcNow()), cancellation);
        if (outcome.Verdict == Verdict.Refused)
            file.TakeBack(Partners.Tthc, decision.State);
        else if (decision.State == 5 && file.Origin.IsCounter())
            WhenSupplementAsked?.Invoke(file);
    }
}
