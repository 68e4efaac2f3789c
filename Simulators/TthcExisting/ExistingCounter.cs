using System.Text.Json;
using LLTP.Hub.Simulators.Common;
using LLTP.Hub.Simulators.Vneid;

namespace LLTP.Hub.Simulators.TthcExisting;

/// <summary>The clerk at the counter of such a system: the dossier is accepted at once and goes straight to the ministry.</summary>
sealed class ExistingCounter(SimulatorKit kit, ExistingBook book, ExistingOfficer officer) : ICounter
{
    readonly Declarations declarations = new(kit.Options);

    public async Task<DossierCase?> ApplyAsync(int index, Scenario scenario, CancellationToken cancellation)
    {
        if (kit.Board.Open(book.NextNumber(), scenario, Origin.ExistingCounter) is not { } file)
            return null;
        file.SubmittedAt = kit.Clock.GetUtcNow();
        var form = ApplicationJson.Write(
            kit.Options, file.Number, book.Today("dd'/'MM'/'yyyy"), declarations.Make(index, scenario, 1), atCounter: true);
        using (var request = JsonDocument.Parse(form))
            (book.Of(file).Request, book.Of(file).Version) = (request.RootElement.Clone(), 1);
        file.Show(Partners.Tthc, 1);
        file.Show(Partners.Tthc, 2);
        file.Accepted = await officer.SendAsync(file, Happenings.SubmittedAtCounter, cancellation);
        if (file.Accepted)
            kit.Act(Partners.Tthc, stopping => officer.WaitForResultAsync(file, stopping));
        return file.Accepted ? file : null;
    }
}
