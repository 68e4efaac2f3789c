using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Vneid;

/// <summary>What a message of traKetQuaHoSoLLTP wants to show.</summary>
sealed record StateMessage(int State, string? DueDate, string? CertificateNumber, string? CertificateHash)
{
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
        if (body.Text("type") is not (null or "ketqua" or "thuhoi"))
            return "Loại kết quả không hợp lệ";
        if (state is 3 or 5 or 8 && string.IsNullOrWhiteSpace(body.Text("lyDoTuChoi")))
            return $"Thiếu lý do cho trạng thái {state}";
        return state is 9 or 10 ? ReadResult(body, ref message) : null;
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
