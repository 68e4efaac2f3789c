using System.Security.Cryptography;
using System.Text.Json;
using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.TthcExisting;

/// <summary>
/// The one-stop officer at such a system: decides, sends the accepted dossier to the ministry, waits for its result by asking, and hands it
/// over. VNeID is told each state. Withdrawing and stopping a dossier of VNeID is blocked there.
/// </summary>
sealed class ExistingOfficer(SimulatorKit kit, ExistingBook book)
{
    static readonly TimeSpan PollPause = TimeSpan.FromMilliseconds(150);

    /// <summary>
    /// Nobody asks for a supplement within seconds. It matters here: a repeat of the first TaoHoSo that comes after the request is taken for
    /// the supplement, since the contract knows no versions.
    /// </summary>
    static readonly TimeSpan Thinking = TimeSpan.FromSeconds(6);

    readonly ExistingCalls calls = new(kit.Options, kit.Secrets);

    public void ReadDossier(DossierCase file, int version)
    {
        var delay = (file.Scenario, version) is (Scenario.SupplementByTthc, 1) ? Thinking : kit.Options.OfficerDelay;
        kit.Errands.Start(Partners.Tthc, kit.Faults.Jitter(delay), cancellation => DecideAsync(file, version, cancellation));
    }

    Task DecideAsync(DossierCase file, int version, CancellationToken cancellation) => (file.Scenario, version) switch
    {
        (Scenario.Refused, _) => DecideAsync(file, 1, 3, Happenings.Refused, "Không đủ thẩm quyền giải quyết", cancellation),
        (Scenario.SupplementByTthc, 1) => DecideAsync(file, 1, 5, Happenings.SupplementByTthc, "Bổ sung quá trình cư trú", cancellation),
        _ => ProcessAsync(file, cancellation),
    };

    /// <summary>Dossiers of the counter: the ministry gets them, VNeID never hears of them.</summary>
    public async Task<bool> SendAsync(DossierCase file, string? happening, CancellationToken cancellation)
    {
        var body = DataLgspJson.Write(book.Of(file).Request, kit.Secrets.TthcAuthKey, book.Today("dd'/'MM'/'yyyy"));
        var outcome = await kit.Hub.SendAsync(calls.Send(file.Number, happening, body), cancellation);
        if (outcome.Verdict == Verdict.Done)
            file.Show(Partners.Tthc, 4);
        return outcome.Verdict == Verdict.Done;
    }

    /// <summary>Asks until there is a result, as long as the dossier is in process.</summary>
    public async Task WaitForResultAsync(DossierCase file, CancellationToken cancellation)
    {
        while (file.Last(Partners.Tthc) == 4)
        {
            var outcome = await kit.Hub.SendAsync(calls.Poll(file.Number), cancellation);
            using var answer = Replies.Parse(outcome.Reply.Body);
            if (answer?.RootElement is { } said && ExistingCalls.ResultIn(said) is { } result && result.Bytes("phieuLLTP") is { } pdf)
            {
                await FinishAsync(file, result.Clone(), pdf, cancellation);
                return;
            }
            await Task.Delay(kit.Faults.Jitter(PollPause), cancellation);
        }
    }

    /// <summary>The first telephone call puts the dossier into the state of supplements; true once VNeID knows that too.</summary>
    public bool MaySupplement(DossierCase file)
    {
        lock (file.Gate)
        {
            if (file.Last(Partners.Tthc) == 4)
                kit.Act(Partners.Tthc, cancellation => AskByHandAsync(file, cancellation));
            return book.Of(file).SupplementTold;
        }
    }

    async Task AskByHandAsync(DossierCase file, CancellationToken cancellation)
    {
        await DecideAsync(file, 4, 5, null, "Bổ sung theo yêu cầu của phần mềm LLTP", cancellation);
        if (file.Last(Partners.Tthc) == 5)
            book.Of(file).SupplementTold = true;
    }

    async Task ProcessAsync(DossierCase file, CancellationToken cancellation)
    {
        await DecideAsync(file, 1, 2, Happenings.Accepted, null, cancellation);
        if (file.Last(Partners.Tthc) != 2 || !await SendAsync(file, null, cancellation))
            return;
        await TellAsync(file, 4, null, null, null, cancellation);
        await WaitForResultAsync(file, cancellation);
    }

    async Task FinishAsync(DossierCase file, JsonElement result, byte[] pdf, CancellationToken cancellation)
    {
        lock (file.Gate)
        {
            if (file.Last(Partners.Tthc) != 4)
                return;
            book.KeepCertificate(file, result.Text("soPhieuLLTP") ?? "", Convert.ToHexStringLower(SHA256.HashData(pdf)));
            file.Show(Partners.Tthc, 9);
        }
        if (!file.Origin.IsCounter())
            await TellAsync(file, 9, null, null, result, cancellation);
        kit.Act(Partners.Tthc, stopping => file.Origin.IsCounter()
            ? Task.FromResult(Shown(file, 10))
            : DecideAsync(file, 9, 10, Happenings.HandedOver, null, stopping));
    }

    static bool Shown(DossierCase file, int state)
    {
        file.Show(Partners.Tthc, state);
        return true;
    }

    async Task DecideAsync(DossierCase file, int at, int state, string? happening, string? reason, CancellationToken cancellation)
    {
        lock (file.Gate)
        {
            if (file.Last(Partners.Tthc) != at)
                return;
            file.Show(Partners.Tthc, state);
        }
        await TellAsync(file, state, happening, reason, null, cancellation);
    }

    async Task TellAsync(DossierCase file, int state, string? happening, string? reason, JsonElement? result, CancellationToken cancellation)
    {
        var queue = book.Of(file).Queue;
        await queue.WaitAsync(cancellation);
        try
        {
            var due = state == 2 ? book.Today("dd'/'MM'/'yyyy") : null;
            await kit.Hub.SendAsync(calls.Tell(file.Number, state, happening, reason, due, result), cancellation);
        }
        finally
        {
            queue.Release();
        }
    }
}
