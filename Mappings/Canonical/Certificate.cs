using System.Text.Json.Serialization;

namespace LLTP.Hub.Mappings.Canonical;

/// <summary>An issued criminal-record certificate.</summary>
public sealed record Certificate
{
    public required string Number { get; init; }
    public required DateText IssuedOn { get; init; }
    public required int FormType { get; init; }
    public string? Preparer { get; init; }
    public string? Signer { get; init; }
    public string? SignerTitle { get; init; }
    public string? ConvictionState { get; init; }
    public string? ConvictionStateName { get; init; }
    public string? BanState { get; init; }
    public string? BanStateName { get; init; }
    public IReadOnlyList<Judgment> Judgments { get; init; } = [];
    public IReadOnlyList<PostBan> Bans { get; init; } = [];
    public required FileRef Pdf { get; init; }
    public FileRef? RevokeDecision { get; init; }

    /// <summary>The type only, never personal data.</summary>
    public override string ToString() => nameof(Certificate);
}

/// <summary>The certificate was issued; it may replace an earlier one.</summary>
public sealed record Issue(Officer Officer, DateTimeOffset At, Certificate Certificate, string? Replaces) : Act(Officer, At)
{
    /// <summary>What displays say of a re-issue; null for a first certificate.</summary>
    [JsonIgnore]
    public override string? Reason => Replaces is null ? null : $"Phiếu lý lịch tư pháp số {Certificate.Number} được cấp thay Phiếu số {Replaces}";
}
