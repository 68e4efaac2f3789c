using LLTP.Hub.Security;
using LLTP.Hub.Tests.Security;
using Xunit;

namespace LLTP.Hub.Tests.Edges;

public sealed class LineTests(SecuredLines secured) : IClassFixture<SecuredLines>
{
    const string NoCode = "api/v1/hosos/LLTP/LayMaHoSo";
    const string Xml = "application/xml; charset=utf-8";
    const string Soap = "text/xml; charset=utf-8";
    static readonly (string, string) Vouched = (SecuredLines.Header, SecuredLines.VneidName);

    readonly RunningHub hub = secured.Hub;

    [Fact]
    public async Task A_partner_that_must_show_its_certificate_is_heard_only_with_it()
    {
        var sent = SignedCalls.Result(hub.KeyOf("v06"), "yc-qua-mtls");

        (await secured.PostAsync(null, "v06/ket-qua", sent, Xml)).IsRefusedReceipt(hub, 403, "LineNotAllowed");
        (await secured.PostAsync("lltp", "v06/ket-qua", sent, Xml)).IsRefusedReceipt(hub, 403, "LineNotAllowed");
        (await secured.PostAsync("ndxp", "v06/ket-qua", sent, Xml)).IsRefusedReceipt(hub, 403, "LineNotAllowed");
        (await secured.PostAsync("v06", "v06/ket-qua", sent, Xml)).IsRefusedReceipt(hub, 404, "UnknownRequest");
    }

    [Fact]
    public async Task The_LLTP_software_is_heard_only_over_its_own_line()
    {
        var sent = SignedCalls.StateChange(hub.KeyOf("lltp"));

        (await secured.PostAsync(null, "soap/lltp", sent, Soap)).IsFault(hub, "LineNotAllowed");
        (await secured.PostAsync("v06", "soap/lltp", sent, Soap)).IsFault(hub, "LineNotAllowed");
        (await secured.PostAsync("lltp", "soap/lltp", sent, Soap)).IsFault(hub, "UnknownDossier");
    }

    [Fact]
    public async Task Where_the_body_alone_must_be_signed_nothing_else_is_asked_for()
    {
        var own = hub.KeyOf("lltp").Certificate;
        byte[] Sent(string part) => SafeXml.Write(SoapMessages.Signed(own, SoapMessages.Embedded(own), [part], timestamp: false));

        (await secured.PostAsync("lltp", "soap/lltp", Sent("Body"), Soap)).IsFault(hub, "Malformed");
        (await secured.PostAsync("lltp", "soap/lltp", Sent("MessageID"), Soap)).IsFault(hub, "Forged", "wsse:InvalidSecurity");
    }

    [Fact]
    public async Task A_client_certificate_never_replaces_the_signature() =>
        (await secured.PostAsync("v06", "v06/ket-qua", SignedCalls.UnsignedResult("yc-khong-ky"), Xml))
        .IsRefusedReceipt(hub, 403, "Forged");

    [Fact]
    public async Task A_message_over_a_closed_line_leaves_one_row_without_bytes()
    {
        var sent = SignedCalls.Result(hub.KeyOf("v06"), "yc-khong-duong");

        await secured.PostAsync(null, "v06/ket-qua", sent, Xml);

        await hub.LeftOneRowOnlyAsync(sent, "v06.KetQuaTraCuu", "LineNotAllowed");
    }

    [Theory]
    [InlineData(null), InlineData("lltp"), InlineData("v06")]
    public async Task A_header_that_names_a_partner_says_nothing_when_no_gateway_sends_it(string? certificate)
    {
        (await secured.GetAsync(certificate, NoCode, Vouched)).SaysNo(400);
        (await secured.GetAsync(certificate, NoCode, ("X-Elsewhere", SecuredLines.VneidName))).SaysNo(400);
        Assert.Equal(200, (await secured.GetAsync(certificate, VneidCalls.LayMaHoSo)).Status);
    }

    [Fact]
    public async Task The_gateway_vouches_in_its_header_and_only_there()
    {
        Assert.Equal(200, (await secured.GetAsync("ndxp", NoCode, Vouched)).Status);
        (await secured.GetAsync("ndxp", NoCode)).SaysNo(400);
        (await secured.GetAsync("ndxp", NoCode, ("X-Elsewhere", SecuredLines.VneidName))).SaysNo(400);
    }

    [Theory]
    [InlineData("VN/GOV/BCA/KHAC"), InlineData(SecuredLines.TthcName), InlineData("vn/gov/bca/vneid"), InlineData("")]
    public async Task Whom_the_gateway_names_otherwise_stays_outside_even_with_the_code(string name) =>
        (await secured.GetAsync("ndxp", VneidCalls.LayMaHoSo, (SecuredLines.Header, name))).SaysNo(400);

    [Fact]
    public async Task A_gateway_never_replaces_a_required_signature()
    {
        const string Path = "api/tthc/v1/dossiers/H56.14-200101-0001";
        (string, string)[] vouched = [(SecuredLines.Header, SecuredLines.TthcName)];
        var signer = new JwsSigner(hub.KeyOf("tthc"), null, TimeSpan.FromMinutes(5));
        (string, string) Signed(string address) =>
            ("X-JWS-Signature", signer.Sign([], JwsSubject.Request("GET", address, null), "1", TimeProvider.System.GetUtcNow()));
        var signature = Signed($"{SecuredLines.PublicName}/{Path}");

        (await secured.GetAsync("ndxp", Path, vouched)).IsProblem(403, "Forged");
        (await secured.GetAsync("ndxp", Path, [.. vouched, Signed($"{hub.Doors}{Path}")])).IsProblem(403, "Forged");
        (await secured.GetAsync("ndxp", Path, [.. vouched, signature])).IsProblem(404, "UnknownDossier");
        (await secured.GetAsync("tthc", Path, [.. vouched, signature, TthcCalls.Bearer])).IsProblem(403, "LineNotAllowed");
        (await secured.GetAsync("ndxp", Path, [signature, TthcCalls.Bearer])).IsProblem(404, "UnknownDossier");
    }
}
