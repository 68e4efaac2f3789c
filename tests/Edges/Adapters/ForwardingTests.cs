using LLTP.Hub.Adapters.Shared;
using Xunit;

namespace LLTP.Hub.Tests.Edges.Adapters;

public sealed class ForwardingTests
{
    static readonly Uri Endpoint = new("https://api.lltp.vn/goc/");

    [Theory]
    [InlineData("NhanHoSo", "http://ss:8080/XrdAdapter/RestService/forward/NhanHoSo?dstcode=VN%3AGOV%3Ax&providerurl=https%3A%2F%2Fapi.lltp.vn%2Fgoc%2F")]
    [InlineData("a/b?CodeGet=1", "http://ss:8080/XrdAdapter/RestService/forward/a/b?CodeGet=1&dstcode=VN%3AGOV%3Ax&providerurl=https%3A%2F%2Fapi.lltp.vn%2Fgoc%2F")]
    public void A_call_goes_to_the_gateway_and_names_the_partner_in_the_query(string path, string expected)
    {
        var (address, headers) = Forwarding.Of(Through(ForwardNaming.Query), Endpoint, new(Endpoint, path));
        Assert.Equal(expected, address.AbsoluteUri);
        Assert.Empty(headers);
    }

    [Fact]
    public void Or_in_headers()
    {
        var (address, headers) = Forwarding.Of(Through(ForwardNaming.Header), Endpoint, new(Endpoint, "NhanHoSo?x=1"));
        Assert.Equal("http://ss:8080/XrdAdapter/RestService/forward/NhanHoSo?x=1", address.AbsoluteUri);
        Assert.Equal([("dstcode", "VN:GOV:x"), ("providerurl", "https://api.lltp.vn/goc/")], headers);
    }

    [Fact]
    public void Without_a_gateway_a_call_goes_straight() =>
        Assert.Equal(new Uri(Endpoint, "a?b=c"), Forwarding.Of(new(), Endpoint, new(Endpoint, "a?b=c")).Address);

    [Theory]
    [InlineData("http://ss/forward/", "VN:GOV:x", false, "Forward:Gateway"), InlineData("https://ss/forward", "VN:GOV:x", false, "Forward:Gateway")]
    [InlineData("https://ss/forward/", null, false, "Forward:Destination"), InlineData("http://ss/forward/", "VN:GOV:x", true, null)]
    [InlineData("ftp://ss/forward/", "VN:GOV:x", true, "Forward:Gateway"), InlineData(null, null, false, null)]
    public void Settings_that_cannot_work_are_named(string? gateway, string? destination, bool plain, string? member)
    {
        var problems = new ForwardOptions { Gateway = gateway is null ? null : new(gateway), Destination = destination }.Problems(plain);
        Assert.Equal(member is null ? [] : [member], problems.SelectMany(problem => problem.MemberNames));
    }

    static ForwardOptions Through(ForwardNaming naming) =>
        new() { Gateway = new("http://ss:8080/XrdAdapter/RestService/forward/"), Destination = "VN:GOV:x", Naming = naming };
}
