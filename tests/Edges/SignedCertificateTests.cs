using System.Text;
using LLTP.Hub.Adapters.Lltp;
using LLTP.Hub.Security;
using LLTP.Hub.Tests.Security.Pdf;
using Xunit;

namespace LLTP.Hub.Tests.Edges;

public sealed class SignedCertificateTests(SignedCertificates house) : IClassFixture<SignedCertificates>
{
    readonly RunningHub hub = house.Hub;

    [Fact]
    public async Task An_unsigned_certificate_gets_a_fault_that_says_so_and_is_kept()
    {
        var sent = Issued(PdfFile.Plain().Bytes);
        var answer = await hub.PostAsync("soap/lltp", sent, "text/xml; charset=utf-8");

        answer.IsFault(hub, "CertificateRefused");
        Assert.Equal(
            "Phiếu LLTP không có chữ ký số hợp lệ: Không có chữ ký / The certificate (PDF) is not signed as required: The file holds no signature.",
            answer.Element("faultstring"));
        await hub.WasKeptWholeAsync(sent, "lltp.push", "lltp", "CertificateRefused");
    }

    [Fact]
    public async Task A_certificate_that_another_unit_signed_or_that_was_changed_gets_a_fault()
    {
        var changed = PdfFile.Plain().Signed(new() { Key = hub.KeyOf(SignedCertificates.Unit).Certificate }).Revise((4, "<< >>"));

        (await hub.PostAsync("soap/lltp", Issued(PdfFile.Plain().Signed().Bytes), "text/xml; charset=utf-8")).IsFault(hub, "CertificateRefused");
        (await hub.PostAsync("soap/lltp", Issued(changed.Bytes), "text/xml; charset=utf-8")).IsFault(hub, "CertificateRefused");
    }

    [Fact]
    public async Task A_certificate_that_the_unit_signed_comes_to_its_dossier()
    {
        var signed = PdfFile.Plain().Signed(new() { Key = hub.KeyOf(SignedCertificates.Unit).Certificate });

        (await hub.PostAsync("soap/lltp", Issued(signed.Bytes), "text/xml; charset=utf-8")).IsFault(hub, "UnknownDossier");
    }

    byte[] Issued(byte[] pdf) => Soap.Sign(
        Encoding.UTF8.GetBytes(
            $"<traPhieuLLTP xmlns=\"{Soap.ContractNamespace}\"><idReceivedDec>{SignedCalls.UnknownDossier}</idReceivedDec><ketQuaXuLy>"
            + $"<soPhieuLLTP>{Guid.NewGuid()}</soPhieuLLTP><ngayCapPhieu>04/06/2026</ngayCapPhieu><loaiPhieu>1</loaiPhieu>"
            + $"<phieuLLTP>{Convert.ToBase64String(pdf)}</phieuLLTP></ketQuaXuLy><canBoXuLy>Trần Văn Mẫu</canBoXuLy>"
            + $"<thoiDiem>{SignedCalls.Now:yyyy-MM-ddTHH:mm:ssZ}</thoiDiem></traPhieuLLTP>"),
        new($"urn:uuid:{Guid.NewGuid()}", $"{Soap.ContractNamespace}:traPhieuLLTP", null, null), hub.KeyOf("lltp"), SignedCalls.Now).ToArray();
}
