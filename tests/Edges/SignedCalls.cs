using System.Text;
using LLTP.Hub.Adapters.Lltp;
using LLTP.Hub.Mappings.V06;
using LLTP.Hub.Security;
using Xunit;

namespace LLTP.Hub.Tests.Edges;

/// <summary>Messages of the two partners that sign, and what their answers must be.</summary>
static class SignedCalls
{
    public const string UnknownDossier = "H56.14-200101-0001";
    static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    public static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <summary>capNhatTrangThai to state 5, signed; every call has another reason.</summary>
    public static byte[] StateChange(SigningKey key, string dossier = UnknownDossier) => Soap.Sign(
        Encoding.UTF8.GetBytes(
            $"<capNhatTrangThai xmlns=\"{Soap.ContractNamespace}\"><idReceivedDec>{dossier}</idReceivedDec><trangThai>5</trangThai>"
            + $"<lyDo>Bổ sung {Guid.NewGuid()}</lyDo><canBoXuLy>Trần Văn Mẫu</canBoXuLy>"
            + $"<thoiDiem>{Now:yyyy-MM-ddTHH:mm:ssZ}</thoiDiem></capNhatTrangThai>"),
        new($"urn:uuid:{Guid.NewGuid()}", $"{Soap.ContractNamespace}:capNhatTrangThai", null, null), key, Now).ToArray();

    /// <summary>KetQuaTraCuu for a request that nobody made, signed.</summary>
    public static byte[] Result(SigningKey key, string request) => DocumentSigner.Sign(UnsignedResult(request), V06Map.RootId, key, Now);

    /// <summary>The same with a signature that has no XAdES properties.</summary>
    public static byte[] PlainResult(SigningKey key, string request) => DocumentSigner.Sign(UnsignedResult(request), V06Map.RootId, key);

    public static byte[] UnsignedResult(string request) => Encoding.UTF8.GetBytes(
        $"<KetQuaTraCuu xmlns=\"{V06Map.Namespace}\" Id=\"{V06Map.RootId}\">"
        + $"<MaYeuCau>{request}</MaYeuCau><LanTraLoi>1</LanTraLoi><KetQua>KhongCo</KetQua><CanBo>Trần Văn Mẫu</CanBo>"
        + $"<ThoiDiem>{Now:yyyy-MM-ddTHH:mm:ssZ}</ThoiDiem></KetQuaTraCuu>");

    public static byte[] Replaced(this byte[] message, string old, string other) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(message).Replace(old, other, StringComparison.Ordinal));

    /// <summary>A SOAP fault that blames the sender, signed by the hub.</summary>
    public static void IsFault(this Answer answer, RunningHub hub, string code, string faultCode = "s:Client")
    {
        Assert.Equal((500, "text/xml"), (answer.Status, answer.Media));
        var verified = WsSecurity.Verify(answer.Xml, hub.HubTrust, Now, Window);
        Assert.Equal(("Fault", Soap.Namespace), (verified.Element?.LocalName, verified.Element?.NamespaceURI));
        Assert.Equal((faultCode, code), (answer.Element("faultcode"), answer.Element("code")));
    }

    /// <summary>A receipt that says no, signed by the hub.</summary>
    public static void IsRefusedReceipt(this Answer answer, RunningHub hub, int status, string code)
    {
        Assert.Equal((status, "application/xml"), (answer.Status, answer.Media));
        var verified = XmlVerifier.VerifyEnveloped(answer.Xml, hub.HubTrust, Now);
        Assert.Equal(("BienNhan", V06Map.Namespace), (verified.Element?.LocalName, verified.Element?.NamespaceURI));
        Assert.Equal(("TuChoi", code), (answer.Element("TrangThai"), answer.Element("MaLoi")));
    }
}
