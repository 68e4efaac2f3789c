using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Store;

namespace LLTP.Hub.Host.Operations;

/// <summary>An open delivery as people see it, with what it waits for in both languages.</summary>
sealed record DeliveryView(
    string Id, string Dossier, int Version, string Partner, string Kind, string State, string? Reason, int Attempt, DateTimeOffset OwedAt,
    DateTimeOffset? DueAt, string Waits, DateTimeOffset? Until, string? Behind, string Vi, string En)
{
    public static DeliveryView Of(WaitingDelivery one) => new(
        one.Delivery.Id, one.Delivery.Dossier, one.Delivery.Version, one.Delivery.Partner, one.Delivery.Kind, one.Delivery.State,
        one.Delivery.Reason, one.Delivery.Attempt, Clock.Vietnam(one.Delivery.OwedAt), one.Delivery.DueAt is { } due ? Clock.Vietnam(due) : null,
        one.Waits.Code, one.Waits.Until, one.Waits.Behind, one.Waits.Vietnamese, one.Waits.English);
}
