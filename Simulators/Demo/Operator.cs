using System.Text.Json;
using LLTP.Hub.Simulators.Common;
using LLTP.Hub.Simulators.Lgsp;
using LLTP.Hub.Simulators.TthcExisting;

namespace LLTP.Hub.Simulators.Demo;

/// <summary>
/// The person at the hub: what a contract cannot carry is told by telephone, and the hub hears that it was done: a newer version to the
/// shared software, a supplement that the software asked for to a TTHC system of today.
/// </summary>
sealed class Operator(HubNodes hub, LgspSimulator? software, ExistingSimulator? tthc, RecordsClerks? clerks)
{
    public async Task ActAsync(CancellationToken cancellation)
    {
        if (clerks is not null)
            await clerks.ActAsync(cancellation);
        if ((software is null && tthc is null) || await hub.First.GetAsync("api/v1/dead-letters", cancellation) is not { } groups)
            return;
        using var list = JsonDocument.Parse(groups);
        foreach (var group in list.RootElement.EnumerateArray())
            await ActAsync(group.Text("kind"), group.Text("cause") ?? "", cancellation);
    }

    Task ActAsync(string? kind, string cause, CancellationToken cancellation) => kind switch
    {
        "lltp.update" when software is not null => EachAsync(cause, software.CorrectByHand, "corrected",
            "Đã sửa trực tiếp tại phần mềm LLTP", cancellation),
        "tthc.dossier" when tthc is not null => EachAsync(cause, tthc.MaySupplement, "retry",
            "Đã báo cán bộ một cửa chuyển hồ sơ sang yêu cầu bổ sung", cancellation),
        _ => Task.CompletedTask,
    };

    /// <summary>Does by telephone what the contract cannot, then says so to the hub.</summary>
    async Task EachAsync(string cause, Func<string, bool> byTelephone, string act, string reason, CancellationToken cancellation)
    {
        if (await hub.First.GetAsync($"api/v1/dead-letters/causes/{cause}", cancellation) is not { } page)
            return;
        using var letters = JsonDocument.Parse(page);
        foreach (var letter in letters.RootElement.GetProperty("letters").EnumerateArray())
        {
            if (byTelephone(letter.Text("dossier") ?? ""))
                await hub.First.PostAsync($"api/v1/dead-letters/{letter.Text("id")}/{act}", "Trần Thị Vận Hành", new { reason }, cancellation);
        }
    }
}
