using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Vneid;

/// <summary>What a message of traKetQuaHoSoLLTP wants to show.</summary>
sealed record StateMessage(int State, string? DueDate, string? CertificateNumber, string? CertificateHash)
{
    /// <summary>The words of this trial for the four kinds of decisions.</summary>
    static readonly Dictionary<string, string> Decisions = new(StringComparer.Ordinal)
    {
        ["thuhoi"] = DecisionKinds.Revocation, ["bosung"] = DecisionKinds.Supplement,
        ["dinhchinh"] = DecisionKinds.Correction, ["huybo"] = DecisionKinds.Cancellation,
    };

    /// <summary>One of <see cref="DecisionKinds"/> when it tells a decision about a certificate; null when it tells a state or result.</summary>
    public string? Decision { get; init; }

    public string? DecisionHash { get; init; }

    public string? Reason { get; init; }

    /// <summary>The complaint, or null when the message keeps the contract.</summary>
    public static string? Read(JsonElement body, SimulatorOptions options, [NotNull] out StateMessage? message)
    {
        var state = body.Whole("trangThaiXuLy") ?? 0;
        var due = body.Text("ngayHenTraKetQua");
        message = new(state, due, null, null);
        if (body.Text("maTinh") != options.ProvinceCode)
            return "Mã tỉnh không hợp lệ";
        if (NationalStates.Name(state) is not { } name || body.Text("tenTrangThaiXuLy") != name)
            return $"Trạng thái xử lý {state} hoặc tên trạng thái không hợp lệ";
        if (due is not null && !IsDate(due))
            return "Ngày hẹn trả kết quả không đúng định dạng dd/MM/yyyy";
        if (body.Text("type") is { } type && type != "ketqua")
            return Decisions.TryGetValue(type, out var kind) ? ReadDecision(body, kind, ref message) : "Loại kết quả không hợp lệ";
        if (state is 3 or 5 or 8 && string.IsNullOrWhiteSpace(body.Text("lyDoTuChoi")))
            return $"Thiếu lý do cho trạng thái {state}";
        return state is 9 or 10 ? ReadResult(body, ref message) : null;
    }

    static string? ReadDecision(JsonElement body, string kind, ref StateMessage message)
    {
        if (message.State is not (9 or 10))
            return "Quyết định chỉ dành cho hồ sơ đã có kết quả";
        if (body.Text("lyDoTuChoi") is not { Length: > 0 } reason)
            return "Thiếu nội dung quyết định";
        if (body.Object("ketQuaXuLy")?.Bytes("quyetDinhThuHoi") is not { } pdf || !pdf.AsSpan().StartsWith("%PDF-"u8))
            return "Tệp quyết định không hợp lệ";
        message = message with { Decision = kind, DecisionHash = Convert.ToHexStringLower(SHA256.HashData(pdf)), Reason = reason };
        return null;
    }

    static string? ReadResult(JsonElement body, ref StateMessage message)
    {
        if (body.Object("ketQuaXuLy") is not { } result || string.IsNullOrWhiteSpace(result.Text("soPhieuLLTP")))
            return "Thiếu kết quả xử lý";
        if (result.Text("ngayCapPhieu") is not { } issued || !IsDate(issued))
            return "Ngày cấp phiếu không đúng định dạng dd/MM/yyyy";
        if (result.Bytes("phieuLLTP") is not { } pdf || !pdf.AsSpan().StartsWith("%PDF-"u8))
            return "Tệp Phiếu lý lịch tư pháp không hợp lệ";
        var hash = Convert.ToHexStringLower(SHA256.HashData(pdf));
        message = message with { CertificateNumber = result.Text("soPhieuLLTP"), CertificateHash = hash };
        return null;
    }

    static bool IsDate(string text) => DateOnly.TryParseExact(text, "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
