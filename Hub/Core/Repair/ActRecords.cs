using System.Text.Json;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Payloads;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;

namespace LLTP.Hub.Core.Repair;

/// <summary>Writes acts into the history, in the transaction of what they do; names and reasons go sealed into the payloads.</summary>
public sealed class ActRecords(Vault vault, TimeProvider clock)
{
    /// <summary>Keeps who and why; the hash stands in the events of everything that the act does.</summary>
    public async Task<string> KeepAsync(Work work, RepairAct act)
    {
        var now = clock.GetUtcNow();
        var words = JsonSerializer.SerializeToUtf8Bytes(new { id = Guid.CreateVersion7(), act.Officer, act.Reason, at = now });
        var payload = Payload.Of(words, vault);
        await work.PutPayloadAsync(payload, now.Ms());
        return payload.Hash;
    }

    /// <summary>Appends one event of an act whose words are kept already.</summary>
    public Task<long> AppendAsync(Work work, string words, ActKind kind, ActTarget target)
    {
        var now = clock.GetUtcNow().Ms();
        return work.AppendEventAsync(new()
        {
            Id = Guid.CreateVersion7().ToString(), RecordedAt = now, At = now, Dossier = target.Dossier, Kind = $"Repair{kind}",
            Partner = target.Partner ?? Partner.Hub, Delivery = target.Delivery, Content = words, Detail = target.Detail,
        });
    }

    public async Task<long> WriteAsync(Work work, RepairAct act, ActKind kind, ActTarget target) =>
        await AppendAsync(work, await KeepAsync(work, act), kind, target);
}
