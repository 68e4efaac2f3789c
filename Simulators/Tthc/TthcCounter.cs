using LLTP.Hub.Simulators.Common;
using LLTP.Hub.Simulators.Vneid;

namespace LLTP.Hub.Simulators.Tthc;

/// <summary>The clerk at the counter: makes dossiers in the system's own series and hands them to the hub, supplements too.</summary>
sealed class TthcCounter(SimulatorKit kit, TthcBook book) : ICounter
{
    readonly Declarations declarations = new(kit.Options);
    readonly TthcCalls calls = new(kit.Secrets);
    int last = 50_000;

    public string NextNumber() => $"{kit.Options.UnitId}-{Today("yyMMdd")}-{Interlocked.Increment(ref last)}";

    public async Task<DossierCase?> ApplyAsync(int index, Scenario scenario, CancellationToken cancellation)
    {
        if (kit.Board.Open(NextNumber(), scenario, Origin.Counter) is not { } file)
            return null;
        file.SubmittedAt = kit.Clock.GetUtcNow();
        book.Open(file, index);
        file.Accepted = await SubmitAsync(file, 1, Happenings.SubmittedAtCounter, cancellation);
        return file.Accepted ? file : null;
    }

    /// <summary>The citizen comes again with what was missing.</summary>
    public void Supplement(DossierCase file) => kit.Act(
        Partners.Tthc, cancellation => SubmitAsync(file, book.NextVersion(file), Happenings.ResubmittedAtCounter, cancellation));

    async Task<bool> SubmitAsync(DossierCase file, int version, string happening, CancellationToken cancellation)
    {
        var declaration = declarations.Make(book.IndexOf(file), file.Scenario, version);
        var body = ApplicationJson.Write(kit.Options, file.Number, Today("dd'/'MM'/'yyyy"), declaration, atCounter: true);
        var outcome = await kit.Hub.SendAsync(calls.Submit(file.Number, happening, body), cancellation);
        if (outcome.Verdict != Verdict.Done)
            return false;
        book.Submitted(file, version);
        return true;
    }

    string Today(string format) => kit.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).ToString(format, null);
}
