using System.Text.Json;

namespace LLTP.Hub.Simulators.Tthc;

/// <summary>Stored (new or known), or a problem.</summary>
sealed record TthcAnswer(int Status, string Code, string? Detail)
{
    public static readonly TthcAnswer New = new(200, "new", null);
    public static readonly TthcAnswer Known = new(200, "known", null);

    public static TthcAnswer Stored(bool isNew) => isNew ? New : Known;

    public static TthcAnswer Refuse(int status, string code, string detail) => new(status, code, detail);

    public byte[] ToJson(string number) => Status == 200
        ? JsonSerializer.SerializeToUtf8Bytes(new { number, stored = Code, localNumber = "MC-" + number })
        : JsonSerializer.SerializeToUtf8Bytes(new { title = "Refused", status = Status, detail = Detail, code = Code });
}
