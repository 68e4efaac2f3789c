using Microsoft.AspNetCore.Routing;

namespace LLTP.Hub.Core.Partners;

/// <summary>The port of a partner. Sending never throws for what a partner or a network does: that comes back as a reply.</summary>
public interface IPartnerAdapter
{
    AdapterDescriptor Descriptor { get; }

    /// <summary>Not configured adapters are shown as such and their deliveries wait.</summary>
    bool IsConfigured { get; }

    /// <summary>Maps, signs and sends one delivery once; no retry inside.</summary>
    Task<Reply> SendAsync(Outgoing outgoing, CancellationToken cancellation);

    /// <summary>Null when the partner answers; else why not, in words without secrets.</summary>
    Task<string?> CheckAsync(CancellationToken cancellation);
}

/// <summary>A partner whose contract can be asked whether a delivery arrived.</summary>
public interface IAskablePartner
{
    /// <summary>Asks once about this very delivery: version, update, stop, progress or certificate. Changes nothing at the partner.</summary>
    Task<Asked> AskAsync(Outgoing outgoing, CancellationToken cancellation);
}

/// <summary>A partner that sends messages to the hub; every door ends in the pipeline's AcceptAsync.</summary>
public interface IPartnerDoors
{
    void MapDoors(IEndpointRouteBuilder routes);
}
