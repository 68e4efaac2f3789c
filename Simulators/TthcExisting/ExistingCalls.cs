using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.TthcExisting;

/// <summary>What such a system sends to VNeID and to the ministry; both stand behind one base address, whose adapter adds the token.</summary>
sealed class ExistingCalls(SimulatorOptions options, Secrets secrets)
{
    const string Base = "api/tthc-existing/";
    const string Interrupted = "gián đoạn";

    static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    public HubCall Tell(string number, int state, string? happening, string? reason, string? due, JsonElement? result)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            maTinh = options.ProvinceCode, tenTinh = options.UnitName, maHoSoMCDT = number,
            trangThaiXuLy = state.ToString(CultureInfo.InvariantCulture), tenTrangThaiXuLy = NationalStates.Name(state), lyDoTuChoi = reason,
            ngayHenTraKetQua = due, type = "ketqua", ketQuaXuLy = result,
        });
        return new(Partners.Tthc, number, happening, () => Post("v2/lyLichTuPhap/traKetQuaHoSoLLTP", body), ReadTold);
    }

    public HubCall Send(string number, string? happening, byte[] body) =>
        new(Partners.Tthc, number, happening, () => Post("NhanHoSoLLTP", body), ReadSent);

    public HubCall Poll(string number)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { authKey = secrets.TthcAuthKey, maTinh = options.ProvinceCode, maHoSoMCDT = number });
        return new(Partners.Tthc, number, null, () => Post("TraKetQuaLLTP", body), ReadPolled);
    }

    /// <summary>Only 9 and 10 mean something to such a system.</summary>
    public static JsonElement? ResultIn(JsonElement answer) =>
        answer.Member("value") is { ValueKind: JsonValueKind.Array } list && list.EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } dossier
        && dossier.Whole("trangThaiXuLy") is 9 or 10 ? dossier.Object("ketQuaXuLy") : null;

    HttpRequestMessage Post(string path, byte[] body) => new(HttpMethod.Post, new Uri(Base + path, UriKind.Relative))
    {
        Headers = { { "Authorization", "Bearer " + secrets.TthcInbound } },
        Content = new ByteArrayContent(body) { Headers = { ContentType = Json } },
    };

    // The status of HTTP is not looked at.
    static Verdict ReadTold(HubReply reply)
    {
        using var body = Replies.Parse(reply.Body);
        return body?.RootElement.Text("statusCode") switch
        {
            "00" => Verdict.Done,
            "01" => Verdict.Refused,
            _ => Verdict.Again,
        };
    }

    // Success is found in the words, as everything else.
    static Verdict ReadSent(HubReply reply)
    {
        using var body = Replies.Parse(reply.Body);
        if (body?.RootElement is not { } answer || answer.Text("status") is null)
            return Verdict.Again;
        var words = $"{answer.Text("statusDescription")} {answer.Text("errorDescription")}".ToLowerInvariant();
        return words.Contains("gửi thông tin thành công", StringComparison.Ordinal) ? Verdict.Done
            : words.Contains(Interrupted, StringComparison.Ordinal) ? Verdict.Again
            : Verdict.Refused;
    }

    static Verdict ReadPolled(HubReply reply)
    {
        using var body = Replies.Parse(reply.Body);
        return body?.RootElement.Whole("status") is not null ? Verdict.Done : Verdict.Again;
    }
}
