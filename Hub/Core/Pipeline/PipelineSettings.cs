using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Payloads;
using LLTP.Hub.Core.Store;
using Microsoft.Extensions.Options;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>What a delivery's course depends on beside its content: clock, reply table, recovery and leases by partner, and the record of hops.</summary>
public sealed class PipelineSettings(
    IOptions<RecoveryOptions> recovery, IOptionsMonitor<DeliveryOptions> delivery, ReplyTable replies, Vault vault, TimeProvider clock,
    CoreLog log, HopTimes hops)
{
    public TimeProvider Clock => clock;

    public ReplyTable Replies => replies;

    public Vault Vault => vault;

    public CoreLog Log => log;

    /// <summary>Tells log and hop times of an attempt whose record counts.</summary>
    public void Observe(DeliveryRow claimed, Decision decision, DateTimeOffset now)
    {
        log.Attempted(claimed.Id, claimed.Kind, claimed.Dossier, claimed.Attempt, decision.State, decision.Reason ?? "-");
        hops.Observe(claimed, decision, now);
    }

    public DeliveryOptions DeliveryOf(string partner) => delivery.Get(partner);

    public bool MayAsk(IPartnerAdapter adapter) =>
        adapter is IAskablePartner && DeliveryOf(adapter.Descriptor.Partner).Unknown != UnknownOutcome.RepeatOnly;

    public bool MayRepeat(IPartnerAdapter adapter, string kind) =>
        adapter.Descriptor.IsRepeatable(kind) && DeliveryOf(adapter.Descriptor.Partner).Unknown != UnknownOutcome.AskOnly;

    public RecoveryOptions RecoveryOf(string partner) => delivery.Get(partner).Recovery ?? recovery.Value;

    /// <summary>Twice the partner's timeout: an attempt that outlives it is nobody's any more.</summary>
    public TimeSpan LeaseOf(string partner) => delivery.Get(partner).Timeout * 2;

    public double Jitter() => Random.Shared.NextDouble();
}
