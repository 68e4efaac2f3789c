using LLTP.Hub.Core.Pipeline;
using Microsoft.Extensions.Logging;

namespace LLTP.Hub.Core;

/// <summary>Every log event of the core (1000 to 1999). Identifiers only: no names, numbers of persons, bodies or secrets.</summary>
public sealed partial class CoreLog(ILogger<CoreLog> logger)
{
    [LoggerMessage(1000, LogLevel.Debug, "Accepted {Door} for dossier {Dossier}: state {State}, repeated {Repeated}")]
    public partial void Accepted(string dossier, string door, int state, bool repeated);

    [LoggerMessage(1001, LogLevel.Warning, "Turned away at {Door}: {Code} (partner {Partner}, dossier {Dossier})")]
    public partial void TurnedAway(string door, string partner, string dossier, FailureCode code);

    [LoggerMessage(1002, LogLevel.Debug, "Delivery {Delivery} {Kind} of dossier {Dossier}, attempt {Attempt}: {State} {Reason}")]
    public partial void Attempted(string delivery, string kind, string dossier, int attempt, string state, string reason);

    [LoggerMessage(1003, LogLevel.Error, "Delivery {Delivery} {Kind} failed inside the hub; it is tried again when its lease ends")]
    public partial void DeliveryFailed(string delivery, string kind, Exception failure);

    [LoggerMessage(1004, LogLevel.Warning, "Quarantine is full: dropped the bytes of {Count} oldest refusals")]
    public partial void QuarantineFull(int count);

    [LoggerMessage(1005, LogLevel.Error, "The delivery worker of {Partner} failed; it goes on in a second")]
    public partial void WorkerFailed(string partner, Exception failure);

    [LoggerMessage(1007, LogLevel.Error, "The store could not take a message of {Door} (code {Code}); its sender was told to come back")]
    public partial void NotStorable(string door, int code);

    [LoggerMessage(1006, LogLevel.Information, "Took back {Count} deliveries that a stopped process had in flight")]
    public partial void TookBack(int count);

    [LoggerMessage(1020, LogLevel.Warning, "Redis does not answer ({Reason}); this process goes on by itself, with the database as the truth")]
    public partial void RedisLost(string reason);

    [LoggerMessage(1021, LogLevel.Information, "Redis answers; processes hear each other")]
    public partial void RedisBack();

    [LoggerMessage(1022, LogLevel.Information, "Stopped: {Unbegun} deliveries handed back, {BrokenOff} broken off")]
    public partial void HandedBack(int unbegun, int brokenOff);

    [LoggerMessage(1030, LogLevel.Warning, "Alert {Alert} was not taken by {Channel}, attempt {Attempt}: {Problem}")]
    public partial void AlertNotSent(string alert, string channel, int attempt, string problem);
}
