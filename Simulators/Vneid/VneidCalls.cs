using System.Net.Http.Headers;
using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Vneid;

/// <summary>VNeID's two requests to the province and how it reads the answers.</summary>
sealed class VneidCalls(Secrets secrets)
{
    const string Prefix = "api/v1/hosos/LLTP/";

    static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    public HubCall AskNumber() => new(
        Partners.Vneid, "", null,
        () => new(HttpMethod.Get, Path("LayMaHoSo")),
        reply => reply.Status == 400 ? Verdict.Refused : ReadNumber(reply) is null ? Verdict.Again : Verdict.Done);

    public HubCall Submit(string number, string happening, byte[] body) => new(
        Partners.Vneid, number, happening,
        () => new(HttpMethod.Post, Path("TaoHoSo")) { Content = new ByteArrayContent(body) { Headers = { ContentType = Json } } },
        ReadSubmission);

    public static string? ReadNumber(HubReply reply)
    {
        if (reply.Status != 200)
            return null;
        using var body = Replies.Parse(reply.Body);
        return body?.RootElement.Text("data") is { Length: > 0 and <= 64 } number ? number : null;
    }

    static Verdict ReadSubmission(HubReply reply)
    {
        if (reply.Status is not (200 or 400))
            return Verdict.Again;
        using var body = Replies.Parse(reply.Body);
        return body?.RootElement.Text("statusCode") switch
        {
            "00" when reply.Status == 200 => Verdict.Done,
            "01" => Verdict.Refused,
            _ => Verdict.Again,
        };
    }

    Uri Path(string operation) => new($"{Prefix}{operation}?CodeGet={secrets.VneidCodeGet}", UriKind.Relative);
}
