using System.Text.Json;
using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Demo;

/// <summary>Two clerks of the records department who look people up in software of their own and enter at the hub what they found.</summary>
sealed class RecordsClerks(HubNodes hub, SimulatorKit kit)
{
    static readonly string[] Clerks = ["Đỗ Văn Tra Cứu", "Ngô Thị Kiểm Tra"];

    readonly Dictionary<string, int> answers = new(StringComparer.Ordinal);

    public async Task ActAsync(CancellationToken cancellation)
    {
        if (await hub.First.GetAsync("api/v1/lookups", cancellation) is not { } open)
            return;
        using var list = JsonDocument.Parse(open);
        foreach (var lookup in list.RootElement.EnumerateArray())
        {
            // Dossiers that end early are left open until the hub takes the look-up off the list.
            if (kit.Board.Find(lookup.Text("dossier")) is { Scenario: not (Scenario.WithdrawnAt4 or Scenario.Stopped) } file)
                await EnterAsync(file, lookup, cancellation);
        }
    }

    async Task EnterAsync(DossierCase file, JsonElement lookup, CancellationToken cancellation)
    {
        var (request, id) = (lookup.Text("request") ?? "", lookup.Text("id") ?? "");
        var given = answers.GetValueOrDefault(request);
        var turn = Math.Min(lookup.Whole("entries") ?? 0, 1);
        var entry = new { result = Result(file.Scenario, given), lookup = id, reason = "Tra cứu tại phần mềm của V06" };
        if (await hub.First.PostAsync($"api/v1/lookups/{file.Number}/answer", Clerks[turn], entry, cancellation) && turn == 1)
        {
            answers[request] = given + 1;
            kit.Journal.Touch();
        }
    }

    static string Result(Scenario scenario, int given) => scenario switch
    {
        Scenario.ComplicatedNone when given == 0 => "DangXacMinh",
        Scenario.ComplicatedRecord => "Co",
        _ => "KhongCo",
    };
}
