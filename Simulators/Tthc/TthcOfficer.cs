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

    /// <summary>The agency has decided about the certificate, and here it is reported.</summary>
    public void SeeCertificate(DossierCase file, string certificate)
    {
        if (file.Aftermath is { By: Partners.Tthc, Kind: { } kind } aftermath)
            kit.Act(Partners.Tthc, cancellation => ReportAsync(file, aftermath, kind, certificate, cancellation));
    }

    async Task ReportAsync(DossierCase file, Aftermath aftermath, string kind, string certificate, CancellationToken cancellation)
    {
        await aftermath.DueAsync(file, cancellation);
        var decision = DecisionPaper.Make(kit, file, kind, certificate);
        // Behind the LGSP nobody tells the software: it has decided itself.
        string[] sides = kit.Options.Lgsp ? Partners.Places : [.. Partners.Places, Partners.Lltp];
        file.Change(papers => papers.Owe(decision.Paper, sides));
        var outcome = await kit.Hub.SendAsync(calls.Report(file.Number, decision, kit.Clock.GetUtcNow()), cancellation);
        if (outcome.Verdict != Verdict.Done)
            return;
        file.Change(papers => papers.Hold(Partners.Tthc, decision.Paper));
        file.TellDecided();
    }

    void Decide(DossierCase file, int at, Decision decision) =>
        kit.Act(Partners.Tthc, cancellation => DecideAsync(file, at, decision, cancellation));

    async Task DecideAsync(DossierCase file, int at, Decision decision, CancellationToken cancellation)
    {
        // The paper stays here until what is decided about it has been told.
        if (decision.State == 10 && file.Aftermath is { When: Moment.AtNine })
            await file.AllTold.WaitAsync(cancellation);
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
