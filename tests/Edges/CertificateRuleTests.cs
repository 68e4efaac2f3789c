using System.Text;
using LLTP.Hub.Adapters.Lltp;
using LLTP.Hub.Core.Deadlines;
using Xunit;

namespace LLTP.Hub.Tests.Edges;

/// <summary>The rules on certificates in the LLTP software's own envelope; that software takes dossiers but never says so.</summary>
public sealed class CertificateRuleTests(SilentSoftware software) : IClassFixture<SilentSoftware>
{
    static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4\ntrailer<<>>\n%%EOF\n");

    readonly RunningHub hub = software.Hub;

    static DateOnly Today => SignedCalls.Now.VietnamDay();

    [Fact]
    public async Task A_certificate_of_another_form_gets_a_fault_and_the_one_that_was_asked_for_is_taken()
    {
        var number = await GivenAcceptedAsync();
        var wrong = Issued(number, "2/2026", form: 2);

        var answer = await PushAsync(wrong);

        answer.IsFault(hub, "AgainstRule");
        Assert.Matches("Loại Phiếu được cấp khác .* \\(ketQuaXuLy\\.loaiPhieu\\)", answer.Element("faultstring"));
        await hub.WasKeptAsync(wrong, "lltp", "AgainstRule");
        Assert.Equal(200, (await PushAsync(Issued(number, "1/2026"))).Status);
        Assert.DoesNotContain(await DoubtsAsync(), doubt => doubt.Split(' ')[0] == number);
    }

    [Theory]
    [InlineData(-1), InlineData(1)]
    public async Task A_certificate_of_a_day_that_cannot_be_is_taken_and_put_before_people(int days)
    {
        var number = await GivenAcceptedAsync();

        Assert.Equal(200, (await PushAsync(Issued(number, $"3/{days}", day: Today.AddDays(days)))).Status);

        Assert.Contains($"{number} CertificateDate", await DoubtsAsync());
    }

    [Fact]
    public async Task A_number_that_another_dossier_has_is_put_before_people()
    {
        var (first, second) = (await GivenAcceptedAsync(), await GivenAcceptedAsync());

        Assert.Equal(200, (await PushAsync(Issued(first, "4/2026"))).Status);
        Assert.Equal(200, (await PushAsync(Issued(second, "4/2026"))).Status);

        Assert.Equal([$"{second} CertificateNumber"], (await DoubtsAsync()).Where(doubt => doubt.Split(' ')[0] is var one && (one == first || one == second)));
    }

    [Theory]
    [InlineData("%%%"), InlineData(""), InlineData("UEsDBA=="), InlineData(null)]
    public async Task What_is_empty_no_base64_no_pdf_or_too_large_gets_a_fault(string? content)
    {
        var sent = Issued(SignedCalls.UnknownDossier, "5/2026", pdf: content ?? Convert.ToBase64String([.. Pdf, .. new byte[10 << 20]]));

        (await hub.PostAsync("soap/lltp", sent, "text/xml; charset=utf-8")).IsFault(hub, "Malformed");
    }

    async Task<string> GivenAcceptedAsync()
    {
        var number = await hub.SubmittedAsync();
        Assert.Equal(200, (await hub.AcceptAsync(number, TthcCalls.Decision())).Status);
        return number;
    }

    // The hub's own attempt must have left it before the certificate can prove that it arrived.
    async Task<Answer> PushAsync(byte[] sent)
    {
        for (var attempt = 1; ; attempt++)
        {
            var answer = await hub.PostAsync("soap/lltp", sent, "text/xml; charset=utf-8");
            if (answer.Status == 200 || answer.Element("code") != "NotAllowedNow" || attempt == 100)
                return answer;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    async Task<IReadOnlyList<string>> DoubtsAsync()
    {
        var items = (await hub.SendAsync(HttpMethod.Get, new(hub.Operations, "api/v1/work-items"), null)).Json.EnumerateArray();
        return [.. items.Where(item => item.GetProperty("kind").GetString() == "CertificateDoubt")
            .Select(item => $"{item.GetProperty("dossier").GetString()} {item.GetProperty("detail").GetString()}")];
    }

    byte[] Issued(string dossier, string number, int form = 1, DateOnly? day = null, string? pdf = null) => Soap.Sign(
        Encoding.UTF8.GetBytes(
            $"<traPhieuLLTP xmlns=\"{Soap.ContractNamespace}\"><idReceivedDec>{dossier}</idReceivedDec><ketQuaXuLy>"
            + $"<soPhieuLLTP>{number}</soPhieuLLTP><ngayCapPhieu>{day ?? Today:dd'/'MM'/'yyyy}</ngayCapPhieu><loaiPhieu>{form}</loaiPhieu>"
            + $"<phieuLLTP>{pdf ?? Convert.ToBase64String(Pdf)}</phieuLLTP></ketQuaXuLy><canBoXuLy>Trần Văn Mẫu</canBoXuLy>"
            + $"<thoiDiem>{SignedCalls.Now:yyyy-MM-ddTHH:mm:ssZ}</thoiDiem></traPhieuLLTP>"),
        new($"urn:uuid:{Guid.NewGuid()}", $"{Soap.ContractNamespace}:traPhieuLLTP", null, null), hub.KeyOf("lltp"), SignedCalls.Now).ToArray();
}
