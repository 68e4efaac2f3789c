using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Texts;

namespace LLTP.Hub.Core.Alerts;

/// <summary>The opening or the end of one fault, as it is told: identifiers and figures only.</summary>
public sealed record Alert(string Id, string Kind, string Subject, bool IsOpen, DateTimeOffset At, string Detail)
{
    public static Alert Of(AlertMessageRow row) => new(row.Id, row.Kind, row.Subject, row.IsOpen, Clock.Vietnam(row.At), row.Detail);

    public string Vietnamese => Text.Vietnamese(IsOpen ? "alert.opened" : "alert.closed", Text.Vietnamese($"alert.{Kind}", Subject, Detail));

    public string English => Text.English(IsOpen ? "alert.opened" : "alert.closed", Text.English($"alert.{Kind}", Subject, Detail));
}

/// <summary>One alert for one channel, and how far its sending is.</summary>
public sealed record AlertMessageRow
{
    public string Id { get; init; } = "";
    public string Channel { get; init; } = "";
    public string Kind { get; init; } = "";
    public string Subject { get; init; } = "";
    public bool IsOpen { get; init; }
    public long At { get; init; }
    public string Detail { get; init; } = "";
    public string State { get; init; } = "Waiting";
    public int Attempt { get; init; }
    public long DueAt { get; init; }
}

/// <summary>A way by which alerts leave the hub.</summary>
public interface IAlertChannel
{
    string Name { get; }

    bool IsConfigured { get; }

    /// <summary>Null when the alert was taken; else why not, in words without secrets.</summary>
    Task<string?> SendAsync(Alert alert, CancellationToken cancellation);
}
