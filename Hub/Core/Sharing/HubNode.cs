using LLTP.Hub.Core.Options;
using Microsoft.Extensions.Options;

namespace LLTP.Hub.Core.Sharing;

/// <summary>Which process of the hub this is: its name stays over restarts, its run does not.</summary>
public sealed class HubNode(IOptions<HubOptions> options)
{
    public string Name { get; } = options.Value.NodeName;

    public string Run { get; } = Guid.CreateVersion7().ToString("N");
}
