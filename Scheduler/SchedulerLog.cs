using LLTP.Hub.Security;
using Microsoft.Extensions.Logging;

namespace LLTP.Hub.Scheduler;

/// <summary>Every log event of the jobs (4000 to 4999). Identifiers only.</summary>
public sealed partial class SchedulerLog(ILogger<SchedulerLog> logger)
{
    [LoggerMessage(4000, LogLevel.Warning, "{Kind} {What} of {Owner} ends at {Ends}, within {Threshold} days")]
    public partial void EndsSoon(ExpiryKind kind, string owner, string what, DateTimeOffset? ends, int threshold);

    [LoggerMessage(4001, LogLevel.Error, "{Kind} {What} of {Owner} has ended or is missing ({Ends})")]
    public partial void Ended(ExpiryKind kind, string owner, string what, DateTimeOffset? ends);
}
