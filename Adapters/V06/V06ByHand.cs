using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;

namespace LLTP.Hub.Adapters.V06;

/// <summary>
/// Look-ups that people make in the department's own software: a request has arrived when it stands on their list. Nothing goes over a wire,
/// and what was begun there must be withdrawn there by a person.
/// </summary>
public sealed class V06ByHand : IPartnerAdapter
{
    public AdapterDescriptor Descriptor { get; } =
        new(Partner.V06, "by-hand", Protocol.ByHand, Capabilities.None, [new(MessageKind.V06Lookup, true)]);

    public bool IsConfigured => true;

    public Task<Reply> SendAsync(Outgoing outgoing, CancellationToken cancellation) =>
        Task.FromResult(new Reply(Transport.Readable, Code: outgoing.Kind == MessageKind.V06Lookup ? "DaNhan" : "KhongBiet"));

    public Task<string?> CheckAsync(CancellationToken cancellation) => Task.FromResult<string?>(null);
}
