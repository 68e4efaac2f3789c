using Microsoft.Extensions.Logging;

namespace LLTP.Hub.Adapters.Shared;

/// <summary>Every log event of the adapters (2100 to 2199). Identifiers only.</summary>
public sealed partial class AdaptersLog(ILogger<AdaptersLog> logger)
{
    [LoggerMessage(2100, LogLevel.Warning, "No usable revocation list of {Partner} from {Source}")]
    public partial void ListUnavailable(string partner, string source);
}
