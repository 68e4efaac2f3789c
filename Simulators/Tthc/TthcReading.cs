using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Tthc;

/// <summary>A progress message as the contract describes it.</summary>
sealed record ProgressMessage(int State, int? Step, string? Event, string? DueDate);

/// <summary>Checks messages of the hub against the contract: a complaint, or null.</summary>
static class TthcReading
{
    static readonly string[] RequestTexts = ["maTinh", "tenTinh", "maHoSoMCDT"];
    static readonly string[] FormTexts = ["nycHoTen", "nycNgaySinh", "nycSoGiayTo"];
    static readonly string[] FormNumbers = ["loaiPhieu", "nycGioiTinh", "nycLoaiGiayTo"];

    public static string? CheckDossier(JsonElement body, string number, out int version)
    {
        version = body.Member("version") is { ValueKind: JsonValueKind.Number } member && member.TryGetInt32(out var value) ? value : 0;
        if (version < 1 || !IsTime(body.Text("receivedAt")))
            return "version, receivedAt";
        if (body.Object("request") is not { } request || request.Object("toKhai") is not { } form)
            return "request.toKhai";
        if (request.Text("maHoSoMCDT") != number)
            return "request.maHoSoMCDT";
        return RequestTexts.FirstOrDefault(n => string.IsNullOrEmpty(request.Text(n)))
            ?? FormTexts.FirstOrDefault(n => string.IsNullOrEmpty(form.Text(n)))
            ?? FormNumbers.FirstOrDefault(n => form.Whole(n) is null)
            ?? CheckFiles(form);
    }

    public static string? CheckProgress(JsonElement body, out ProgressMessage message)
    {
        message = new(body.Whole("state") ?? 0, body.Whole("step"), body.Text("event"), body.Text("dueDate"));
        if (message.State is not ((>= 1 and <= 5) or (>= 7 and <= 10)))
            return "state";
        if (!IsTime(body.Text("at")))
            return "at";
        if (body.Member("step") is not null && message.Step is not (>= 1 and <= 10))
            return "step";
        if (message.DueDate is { } due && !IsDay(due))
            return "dueDate";
        if (message.State is 3 or 5 or 8 && string.IsNullOrWhiteSpace(body.Text("reason")))
            return "reason";
        return body.Object("officer") is { } officer && officer.Text("name") is not { Length: > 0 and <= 50 } ? "officer.name" : null;
    }

    public static string? CheckCertificate(JsonElement body, string number, out string hash)
    {
        hash = "";
        if (!IsTime(body.Text("at")))
            return "at";
        if (body.Object("result") is not { } result || result.Text("soPhieuLLTP") != number)
            return "result.soPhieuLLTP";
        if (result.Bytes("phieuLLTP") is not { } pdf || !pdf.AsSpan().StartsWith("%PDF-"u8))
            return "result.phieuLLTP";
        hash = Convert.ToHexStringLower(SHA256.HashData(pdf));
        return body.Text("sha256") is { } told && told != hash ? "sha256" : null;
    }

    static string? CheckFiles(JsonElement form)
    {
        if (form.Member("giayToDinhKem") is not { ValueKind: JsonValueKind.Array } papers)
            return null;
        var files = papers.EnumerateArray()
            .SelectMany(p => p.Member("danhSach") is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().ToArray() : []);
        return files.All(f => f.Bytes("duLieu") is not null) ? null : "giayToDinhKem.danhSach.duLieu";
    }

    static bool IsDay(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    static bool IsTime(string? text) =>
        text is not null && text.Length > 19 && (text.EndsWith('Z') || text.AsSpan(19).IndexOfAny('+', '-') >= 0)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
