using System.Text.Json;
using LLTP.Hub.Simulators.Common;
using LLTP.Hub.Simulators.Lgsp;

namespace LLTP.Hub.Simulators.Demo;

/// <summary>
/// The person at the hub: where the shared software cannot take a newer version over its contract, it is corrected there by
/// telephone, and the hub is told so.
/// </summary>
sealed class Operator(HubNodes hub, LgspSimulator? software, RecordsClerks? clerks)
{
    public async Task ActAsync(CancellationToken cancellation)
    {
        if (clerks is not null)
            await clerks.ActAsync(cancellation);
        if (software is null || await hub.First.GetAsync("api/v1/dead-letters", cancellation) is not { } groups)
            return;
        using var list = JsonDocument.Parse(groups);
        foreach (var group in list.RootElement.EnumerateArray().Where(group => group.Text("kind") == "lltp.update"))
            await CorrectAsync(software, group.Text("cause") ?? "", cancellation);
    }

    async Task CorrectAsync(LgspSimulator software, string cause, CancellationToken cancellation)
    {
        if (await hub.First.GetAsync($"api/v1/dead-letters/causes/{cause}", cancellation) is not { } page)
            return;
        using var letters = JsonDocument.Parse(page);
        foreach (var letter in letters.RootElement.GetProperty("letters").EnumerateArray())
        {
            software.CorrectByHand(letter.Text("dossier") ?? "");
            await hub.First.PostAsync(
                $"api/v1/dead-letters/{letter.Text("id")}/corrected", "Trần Thị Vận Hành", new { reason = "Đã sửa trực tiếp tại phần mềm LLTP" }, cancellation);
        }
    }
}
