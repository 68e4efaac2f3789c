using System.Globalization;
using System.Text.Json.Serialization;

namespace LLTP.Hub.Mappings.Canonical;

/// <summary>What an agency decides about a certificate that it has issued (Luật Lý lịch tư pháp, Điều 50).</summary>
public enum DecisionKind
{
    /// <summary>Bổ sung.</summary>
    Supplement,

    /// <summary>Đính chính.</summary>
    Correction,

    /// <summary>Thu hồi.</summary>
    Revocation,

    /// <summary>Hủy bỏ.</summary>
    Cancellation,
}

/// <summary>A decision about an issued certificate.</summary>
/// <param name="Number">Number of the decision.</param>
/// <param name="Date">Day of the decision.</param>
/// <param name="Certificate">Number of the certificate that it is about.</param>
/// <param name="Summary">Trích yếu: why, in a sentence.</param>
/// <param name="File">The decision itself, a PDF.</param>
public sealed record CertificateDecision(
    Officer Officer, DateTimeOffset At, DecisionKind Type, string Number, DateOnly Date,
    string Certificate, string? Summary, FileRef File) : Act(Officer, At)
{
    /// <summary>What displays say of it, in one sentence that names the certificate and the decision.</summary>
    [JsonIgnore]
    public override string Reason => string.Create(CultureInfo.InvariantCulture,
        $"{Name} Phiếu lý lịch tư pháp số {Certificate} theo Quyết định số {Number} ngày {Date:dd/MM/yyyy}{(Summary is null ? "" : $": {Summary}")}");

    string Name => Type switch
    {
        DecisionKind.Supplement => "Bổ sung",
        DecisionKind.Correction => "Đính chính",
        DecisionKind.Revocation => "Thu hồi",
        _ => "Hủy bỏ",
    };
}
