using System.Globalization;
using System.Net.Http.Headers;
using System.Xml;
using System.Xml.Linq;
using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.V06;

/// <summary>Sends findings to the hub: one signed document, the same bytes over all attempts.</summary>
sealed class V06Push(SimulatorKit kit, SigningKey key, SigningTrust hub)
{
    static readonly Uri Door = new("/v06/ket-qua", UriKind.Relative);

    public Task SendAsync(V06Lookup lookup, V06Finding finding, CancellationToken cancellation)
    {
        var document = SigningEnveloped.Sign(Document(lookup, finding), $"kq-{Guid.NewGuid():N}", key, kit.Clock.GetUtcNow());
        var happening = finding.Result == "DangXacMinh" ? Happenings.LookupInterim : Happenings.LookupAnswered;
        var call = new HubCall(Partners.V06, lookup.Case.Number, happening, () => Request(document), reply => Judge(lookup, finding, reply));
        return kit.Hub.SendAsync(call, cancellation);
    }

    static HttpRequestMessage Request(byte[] document)
    {
        var content = new ByteArrayContent(document);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/xml", "utf-8");
        return new(HttpMethod.Post, Door) { Content = content };
    }

    XElement Document(V06Lookup lookup, V06Finding finding) => new(V06Names.V + "KetQuaTraCuu", new XAttribute("xmlns", V06Names.V),
        V("MaYeuCau", lookup.Code), V("LanTraLoi", finding.Number), V("KetQua", finding.Result),
        finding.Text is { } text ? V("NoiDung", text) : null,
        V("CanBo", "Vũ Đình Khải"), V("ChucDanh", "Cán bộ hồ sơ"), V("DonVi", "Phòng Hồ sơ nghiệp vụ"),
        V("ThoiDiem", V06Names.Time(kit.Clock.GetUtcNow())));

    Verdict Judge(V06Lookup lookup, V06Finding finding, HubReply reply)
    {
        if (SigningEnveloped.Verify(reply.Body, hub) is not { LocalName: "BienNhan" } receipt || XmlSchemas.V06.Fault(receipt) is not null)
            return Unreadable(reply);
        var status = receipt.Text("TrangThai");
        if (status == V06Names.Refused && reply.Status is >= 400 and < 500)
            return Refused(receipt);
        return reply.Status == StatusCodes.Status200OK && status is V06Names.Received or V06Names.Known && IsFor(receipt, lookup, finding)
            ? Verdict.Done : Unreadable(reply);
    }

    static bool IsFor(XmlElement receipt, V06Lookup lookup, V06Finding finding) => receipt.Text("MaYeuCau") == lookup.Code
        && (receipt.Child("LanTraLoi") is null || receipt.Text("LanTraLoi") == finding.Number.ToString(CultureInfo.InvariantCulture));

    Verdict Refused(XmlElement receipt)
    {
        kit.Journal.Trouble(Partners.V06, $"the hub refused a finding: {receipt.Text("MaLoi")} {receipt.Text("MoTa")}");
        return Verdict.Refused;
    }

    Verdict Unreadable(HubReply reply)
    {
        if (reply.Status != StatusCodes.Status503ServiceUnavailable)
            kit.Journal.Trouble(Partners.V06, $"unreadable answer to a finding, HTTP {reply.Status}");
        return Verdict.Again;
    }

    static XElement V(string name, object value) => new(V06Names.V + name, value);
}
