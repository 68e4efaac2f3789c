using System.Text;
using Xunit;

namespace LLTP.Hub.Tests.Edges;

public sealed class PublishedContractTests(RunningHub hub) : IClassFixture<RunningHub>
{
    [Theory]
    [InlineData("soap/lltp?wsdl"), InlineData("soap/lltp"), InlineData("soap/lltp?policy"), InlineData("soap/lltp-software")]
    [InlineData("schemas/lltp.xsd"), InlineData("schemas/v06.xsd")]
    public async Task A_contract_in_xml_is_published(string path)
    {
        var answer = await hub.GetAsync(path);

        Assert.Equal((200, "text/xml"), (answer.Status, answer.Media));
        Assert.NotNull(answer.Xml.DocumentElement);
    }

    [Theory]
    [InlineData("openapi/v1.json", "/api/v1/hosos/LLTP/TaoHoSo"), InlineData("openapi/v1.json", "/api/tthc/v1/dossiers/{number}/hand-over")]
    [InlineData("openapi/v1.json", "/api/tthc/v1/dossiers"), InlineData("openapi/tthc-partner-v1.json", "/numbers")]
    [InlineData("openapi/tthc-partner-v1.json", "/dossiers/{number}"), InlineData("openapi/v1.json", "/api/tthc/v1/dossiers/{number}/decision")]
    [InlineData("openapi/tthc-partner-v1.json", "/dossiers/{number}/decisions/{soQuyetDinh}")]
    public async Task A_contract_in_json_names_its_paths(string path, string named)
    {
        var answer = await hub.GetAsync(path);

        Assert.Equal((200, "application/json"), (answer.Status, answer.Media));
        Assert.True(answer.Json.GetProperty("paths").TryGetProperty(named, out _));
    }

    [Fact]
    public async Task The_wsdl_points_to_this_hub_and_its_imports_can_be_read_from_where_it_stands()
    {
        var wsdl = await hub.GetAsync("soap/lltp?wsdl");
        var place = wsdl.Xml.SelectSingleNode("//@schemaLocation")?.Value ?? "";

        var schema = await hub.SendAsync(HttpMethod.Get, new(place, UriKind.Absolute), null);

        Assert.Equal("schema", schema.Xml.DocumentElement?.LocalName);
        Assert.Equal($"{hub.Doors}soap/lltp", wsdl.Xml.SelectSingleNode("//@location")?.Value);
    }

    [Fact]
    public async Task The_wsdl_of_the_partner_side_imports_what_can_be_read_from_where_it_stands()
    {
        var place = (await hub.GetAsync("soap/lltp-software")).Xml.SelectSingleNode("//@schemaLocation")?.Value ?? "";

        Assert.Equal(200, (await hub.SendAsync(HttpMethod.Get, new(place, UriKind.Absolute), null)).Status);
    }

    [Fact]
    public async Task The_wsdl_names_the_policy_in_force_where_it_can_be_read()
    {
        var wsdl = (await hub.GetAsync("soap/lltp?wsdl")).Text;

        Assert.Contains($"{hub.Doors}soap/lltp?policy", wsdl, StringComparison.Ordinal);
        Assert.DoesNotContain("http://localhost", wsdl, StringComparison.Ordinal);
        Assert.Equal("Policy", (await hub.GetAsync("soap/lltp?policy")).Xml.DocumentElement?.LocalName);
    }

    [Theory]
    [InlineData("health/live"), InlineData("health/ready"), InlineData("health/partners")]
    [InlineData("api/v1/refusals"), InlineData("api/v1/deliveries")]
    public async Task Operations_are_served_at_their_own_address_only(string path)
    {
        Assert.Equal(404, (await hub.GetAsync(path)).Status);
        Assert.Equal(200, (await hub.SendAsync(HttpMethod.Get, new(hub.Operations, path), null)).Status);
    }

    [Fact]
    public async Task A_caller_of_the_doors_cannot_ask_for_operations_by_naming_their_host() =>
        Assert.Equal(404, (await hub.GetAsync("api/v1/refusals", ("Host", hub.Operations.Authority))).Status);

    [Fact]
    public async Task A_door_behind_a_proxy_that_keeps_the_public_host_name_is_served() =>
        Assert.Equal(200, (await hub.GetAsync(VneidCalls.LayMaHoSo, ("Host", "lltp.example.vn"))).Status);

    [Theory]
    [InlineData(VneidCalls.LayMaHoSo), InlineData("schemas/v06.xsd"), InlineData("soap/lltp?wsdl"), InlineData("openapi/v1.json")]
    public async Task Doors_and_contracts_are_not_served_at_the_operations_address(string path) =>
        Assert.Equal(404, (await hub.SendAsync(HttpMethod.Get, new(hub.Operations, path), null)).Status);

    [Theory]
    [InlineData("khong-co"), InlineData("schemas/khong-co.xsd"), InlineData("openapi/khong-co.json"), InlineData("soap/lltp/%00")]
    public async Task What_is_not_there_gets_404_without_a_page(string path)
    {
        var answer = await hub.GetAsync(path);

        Assert.InRange(answer.Status, 400, 404);
        Assert.NotEqual("text/html", answer.Media);
    }

    [Fact]
    public async Task Nothing_that_came_in_makes_the_hub_write_a_secret()
    {
        await hub.SubmitAsync(Encoding.UTF8.GetBytes("{}"));
        await hub.GetAsync($"api/v1/hosos/LLTP/LayMaHoSo?CodeGet={RunningHub.CodeGet}&codeGet=2");

        Assert.Contains("Turned away at vneid.TaoHoSo", hub.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(RunningHub.CodeGet, hub.Output, StringComparison.Ordinal);
    }
}
