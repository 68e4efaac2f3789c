using System.Collections.Concurrent;
using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Vneid;

/// <summary>The citizens' side of VNeID: apply, and supplement when asked.</summary>
sealed class Citizens(SimulatorKit kit)
{
    readonly ConcurrentDictionary<string, Citizen> citizens = new(StringComparer.Ordinal);
    readonly Declarations declarations = new(kit.Options);
    readonly VneidCalls calls = new(kit.Secrets);

    public Citizen Of(DossierCase file) => citizens[file.Number];

    /// <summary>Asks for a number and submits until the province answers; null when it refuses.</summary>
    public async Task<DossierCase?> ApplyAsync(int index, Scenario scenario, CancellationToken cancellation)
    {
        if (await OpenAsync(index, scenario, cancellation) is not { } file)
            return null;
        file.SubmittedAt = kit.Clock.GetUtcNow();
        file.Accepted = await SubmitAsync(file, Happenings.Submitted, cancellation);
        return file.Accepted ? file : null;
    }

    /// <summary>The citizen reads the request and sends the application again, changed.</summary>
    public void Supplement(DossierCase file) =>
        kit.Act(Partners.Vneid, cancellation => SubmitAsync(file, Happenings.Resubmitted, cancellation));

    async Task<DossierCase?> OpenAsync(int index, Scenario scenario, CancellationToken cancellation)
    {
        var outcome = await kit.Hub.SendAsync(calls.AskNumber(), cancellation);
        if (outcome.Verdict != Verdict.Done || VneidCalls.ReadNumber(outcome.Reply) is not { } number)
            return null;
        if (kit.Board.Open(number, scenario, aftermath: Aftermath.Of(kit.Options, index, scenario)) is { } file)
        {
            citizens[number] = new(file, index);
            return file;
        }
        kit.Journal.Trouble(Partners.Vneid, "the hub gave one number twice");
        return null;
    }

    async Task<bool> SubmitAsync(DossierCase file, string happening, CancellationToken cancellation)
    {
        var citizen = Of(file);
        int version;
        lock (file.Gate)
            version = citizen.Submit();
        var today = kit.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).ToString("dd'/'MM'/'yyyy", null);
        var body = ApplicationJson.Write(kit.Options, file.Number, today, declarations.Make(citizen.Index, file.Scenario, version));
        var outcome = await kit.Hub.SendAsync(calls.Submit(file.Number, happening, body), cancellation);
        if (outcome.Verdict != Verdict.Done)
            return false;
        lock (file.Gate)
            citizen.Answered(version);
        return true;
    }
}
