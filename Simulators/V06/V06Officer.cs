using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.V06;

/// <summary>The officer in the records department: looks up and answers as the dossier's scenario wants it.</summary>
sealed class V06Officer(SimulatorKit kit, V06Push push)
{
    /// <summary>Dossiers that end early are left open until the hub cancels the request.</summary>
    public void TakeUp(V06Lookup lookup)
    {
        if (lookup.Case.Scenario is not (Scenario.WithdrawnAt4 or Scenario.Stopped))
            kit.Act(Partners.V06, cancellation => WorkAsync(lookup, cancellation));
    }

    Task WorkAsync(V06Lookup lookup, CancellationToken cancellation) => lookup.Case.Scenario switch
    {
        Scenario.ComplicatedNone => AnswerInTwoStepsAsync(lookup, cancellation),
        Scenario.ComplicatedRecord => AnswerAsync(lookup, new(1, "Co", "Có 01 bản án đã thi hành xong"), cancellation),
        _ => AnswerAsync(lookup, new(1, "KhongCo", null), cancellation),
    };

    async Task AnswerInTwoStepsAsync(V06Lookup lookup, CancellationToken cancellation)
    {
        await push.SendAsync(lookup, new(1, "DangXacMinh", "Đang xác minh tại địa phương"), cancellation);
        await Task.Delay(kit.Faults.Jitter(kit.Options.OfficerDelay), cancellation);
        await AnswerAsync(lookup, new(2, "KhongCo", null), cancellation);
    }

    async Task AnswerAsync(V06Lookup lookup, V06Finding finding, CancellationToken cancellation)
    {
        if (lookup.Status != V06Names.Working)
            return;
        lookup.Status = V06Names.Answered;
        await push.SendAsync(lookup, finding, cancellation);
    }
}

/// <summary>What is answered: LanTraLoi, KetQua and NoiDung.</summary>
sealed record V06Finding(int Number, string Result, string? Text);
