using System.Text.Json.Serialization;

namespace LLTP.Hub.Mappings.Canonical;

/// <summary>The dossier was accepted.</summary>
public sealed record Acceptance(Officer Officer, DateTimeOffset At, string? LocalNumber, DateOnly? DueDate) : Act(Officer, At);

/// <summary>The dossier was not accepted.</summary>
public sealed record Refusal(Officer Officer, DateTimeOffset At, string Reason) : Act(Officer, At)
{
    public override string Reason { get; } = Reason;
}

/// <summary>The citizen is asked to supplement the dossier.</summary>
public sealed record SupplementRequest(Officer Officer, DateTimeOffset At, IReadOnlyList<string> Items) : Act(Officer, At)
{
    /// <summary>All items in one text.</summary>
    [JsonIgnore]
    public string Text => string.Join("; ", Items);

    [JsonIgnore]
    public override string Reason => Text;
}

/// <summary>The citizen withdrew the dossier.</summary>
public sealed record Withdrawal(Officer Officer, DateTimeOffset At, string Reason) : Act(Officer, At)
{
    public override string Reason { get; } = Reason;
}

/// <summary>Processing was stopped.</summary>
public sealed record Stop(Officer Officer, DateTimeOffset At, string Reason) : Act(Officer, At)
{
    public override string Reason { get; } = Reason;
}

/// <summary>The result was handed over on paper.</summary>
public sealed record HandOver(Officer Officer, DateTimeOffset At, string? Receiver) : Act(Officer, At);

/// <summary>A display shows a state (1 to 10) of its own accord.</summary>
public sealed record Showing(Officer Officer, DateTimeOffset At, int State) : Act(Officer, At);
