using LLTP.Hub.Core.Process;
using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>An event on its way into a dossier, with what the store keeps of it.</summary>
/// <param name="From">The partner whose event it is; Partner.Hub for outcomes.</param>
/// <param name="ContentPayload">Hash under which the content stands in the store.</param>
/// <param name="Lookup">Look-up id (LLTP) or request id (V06) that the event is about.</param>
public sealed record Happening(EventKind On, string From, Content? Content, string? ContentPayload)
{
    public string? Door { get; init; }
    public string? Original { get; init; }
    public DateTimeOffset? At { get; init; }
    public string? Lookup { get; init; }
    public string? Delivery { get; init; }
    public string? Detail { get; init; }
}
