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

    [LoggerMessage(4002, LogLevel.Error, "Job {Job} failed: {Kind}")]
    public partial void JobFailed(string job, string kind, Exception? failure);

    [LoggerMessage(4003, LogLevel.Error, "The run of job {Job} could not be written into the history (code {Code})")]
    public partial void HistoryNotWritten(string job, int code);
}
