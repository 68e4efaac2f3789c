namespace LLTP.Hub.Core.Store;

public static class LookupState
{
    public const string Open = "Open";
    public const string Answered = "Answered";
    public const string NotNeeded = "NotNeeded";
    public const string Superseded = "Superseded";
    public const string Cancelled = "Cancelled";
}

/// <summary>A look-up that the LLTP software asked for; its delivery to V06 is its MaYeuCau.</summary>
public sealed record LookupRow
{
    public string Dossier { get; init; } = "";
    public string Id { get; init; } = "";
    public string Delivery { get; init; } = "";
    public int Version { get; init; }
    public string State { get; init; } = LookupState.Open;
}
