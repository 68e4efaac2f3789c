using Xunit;

namespace LLTP.Hub.Tests.Edges;

public sealed class ClientAuthorityTests(ClientAuthority line) : IClassFixture<ClientAuthority>
{
    [Theory]
    [InlineData("own", 404, "UnknownRequest")]
    [InlineData("none", 403, "LineNotAllowed")]
    [InlineData("revoked", 403, "LineNotAllowed")]
    [InlineData("rogue", 403, "LineNotAllowed")]
    [InlineData("expired", 403, "LineNotAllowed")]
    [InlineData("server", 403, "LineNotAllowed")]
    [InlineData("other name", 403, "LineNotAllowed")]
    [InlineData("authority", 403, "LineNotAllowed")]
    public async Task A_client_certificate_counts_as_its_authority_and_the_list_say(string kind, int status, string code)
    {
        var sent = SignedCalls.Result(line.Hub.KeyOf("v06"), $"yc-{Guid.NewGuid():N}");

        (await line.PostAsync(line.Client(kind), sent)).IsRefusedReceipt(line.Hub, status, code);
    }
}
