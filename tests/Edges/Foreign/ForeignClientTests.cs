using LLTP.Hub.Adapters.Lltp;
using LLTP.Hub.Security;
using Xunit;

namespace LLTP.Hub.Tests.Edges.Foreign;

public sealed class ForeignClientTests(ForeignHub foreign) : IClassFixture<ForeignHub>
{
    const string Recorded = "SELECT kind FROM event WHERE id = $1";
    const int NotBelieved = 3, Fault = 2;

    public static TheoryData<ForeignToolkit> Toolkits => [.. Enum.GetValues<ForeignToolkit>()];

    [Theory]
    [MemberData(nameof(Toolkits))]
    public async Task A_client_made_from_the_served_wsdl_is_accepted_and_believes_the_answer(ForeignToolkit toolkit)
    {
        var ran = await foreign.AskAsync(toolkit, $"TC-{toolkit}", "hub.pem");

        await WasTakenAsync(ran);
    }

    [Theory]
    [MemberData(nameof(Toolkits))]
    public async Task A_client_that_trusts_another_certificate_does_not_believe_the_answer(ForeignToolkit toolkit)
    {
        var ran = await foreign.AskAsync(toolkit, $"TC-{toolkit}-2", "v06.pem");

        Assert.True(ran.Code == NotBelieved, $"{ran}");
    }

    [Fact]
    public async Task Zeep_naming_its_certificate_by_issuer_and_serial_with_the_certificate_beside_is_accepted() =>
        await WasTakenAsync(await foreign.AskAsync(ForeignToolkit.Zeep, "TC-issuer", "hub.pem", "issuer"));

    [Fact]
    public async Task Php_builds_its_request_from_the_served_wsdl_and_shows_the_signed_fault_for_want_of_a_signature()
    {
        var file = Path.Combine(foreign.Hub.Files.Folder, "php.xml");

        var ran = await foreign.AskWithPhpAsync("TC-php", file);

        Assert.True(ran.Code == Fault && ran.Output.StartsWith("FAULT wsse:InvalidSecurity", StringComparison.Ordinal), $"{ran}");
        var answer = SafeXml.Read(await File.ReadAllBytesAsync(file), XmlLimits.Default).Document ?? throw new InvalidDataException("Not XML.");
        var verified = WsSecurity.Verify(answer, foreign.Hub.HubTrust, SignedCalls.Now, TimeSpan.FromMinutes(5));
        Assert.Equal(("Fault", Soap.Namespace), (verified.Element?.LocalName, verified.Element?.NamespaceURI));
        Assert.Equal("SignatureMissing", verified.Element?.SelectSingleNode(".//*[local-name()='rule']")?.InnerText);
    }

    async Task WasTakenAsync(Ran ran)
    {
        Assert.True(ran.Code == 0, $"{ran}");
        var words = ran.Output.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["STATUS", "0", "ID"], words[..3]);
        Assert.Equal(["LookupAsked"], await foreign.Hub.Files.ReadAsync(Recorded, words[3], row => row.GetString(0)));
    }
}
