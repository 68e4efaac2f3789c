using System.Text;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace LLTP.Hub.Tests.Edges.Adapters;

/// <summary>Tokens over a real line: got, kept, renewed before their end and when they are refused.</summary>
public sealed class LineTokenTests(KeysFolder keys) : IClassFixture<KeysFolder>
{
    const string Yes = """{"statusCode":"00","data":null,"errorDetail":null}""";

    readonly List<string> asked = [];
    readonly List<string> shown = [];
    readonly HashSet<string> refused = [];
    double life = 3600;

    [Theory]
    [InlineData("ClientCredentials", "Basic dGluaDpiaS1tYXQtZGUtdGh1")]
    [InlineData("LgspAccessToken", "eyJBY2Nlc3NLZXkiOiJ0aW5oIiwiU2VjcmV0S2V5IjoiYmktbWF0LWRlLXRodSIsIkFwcE5hbWUiOiJMTFRQIiwiUGFydG5lckNvZGUiOiJTVFAiLCJQYXJ0bmVyQ29kZUN1cyI6bnVsbH0=")]
    public async Task A_token_is_got_once_and_shown_with_every_call(string kind, string proof)
    {
        await SendAsync(kind, 3);
        Assert.Equal([proof], asked);
        Assert.Equal(["Bearer t1", "Bearer t1", "Bearer t1"], shown);
    }

    [Fact]
    public async Task A_refused_token_is_renewed_once_within_the_attempt()
    {
        refused.Add("Bearer t1");
        var replies = await SendAsync("ClientCredentials", 2);
        Assert.Equal(["Bearer t1", "Bearer t2", "Bearer t2"], shown);
        Assert.All(replies, reply => Assert.Equal(200, reply.Status));
    }

    [Fact]
    public async Task A_token_that_ends_at_once_is_got_again_for_the_next_call()
    {
        life = 0;
        await SendAsync("ClientCredentials", 2);
        Assert.Equal(["Bearer t1", "Bearer t2"], shown);
    }

    [Fact]
    public async Task A_refused_token_of_the_hand_is_refused_for_good()
    {
        refused.Add("Bearer bi-mat-de-thu");
        Assert.Equal(401, Assert.Single(await SendAsync("Bearer", 1)).Status);
        Assert.Equal(["Bearer bi-mat-de-thu"], shown);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_sent()
    {
        life = double.NaN;
        var reply = Assert.Single(await SendAsync("ClientCredentials", 1));
        Assert.Equal((Transport.NothingSent, "Token"), (reply.Transport, reply.Code));
        Assert.Empty(shown);
    }

    async Task<List<Reply>> SendAsync(string kind, int times)
    {
        await using var stub = await PartnerStub.StartAsync(AnswerAsync);
        await using var tested = new AdapterUnderTest(keys.Path, Partner.Vneid, stub.Address, TimeSpan.FromSeconds(60),
            ("Token:Kind", kind), ("Token:Address", new Uri(stub.Address, "token").ToString()), ("Token:Key", "tinh"),
            ("Token:SecretFile", Path.Combine(keys.Path, "secret")), ("Token:AppName", "LLTP"), ("Token:PartnerCode", "STP"));
        var replies = new List<Reply>();
        for (var i = 0; i < times; i++)
            replies.Add(await tested.SendAsync(MessageKind.VneidState));
        return replies;
    }

    Task AnswerAsync(HttpContext context)
    {
        var headers = context.Request.Headers;
        if (context.Request.Path == "/token")
        {
            asked.Add(headers["lgspaccesstoken"].FirstOrDefault() ?? $"{headers.Authorization}");
            return double.IsNaN(life) ? Say(context, 500, "") : Say(context, 200, $$"""{"access_token":"t{{asked.Count}}","expires_in":{{life}}}""");
        }
        shown.Add($"{headers.Authorization}");
        return refused.Contains(shown[^1]) ? Say(context, 401, "{}") : Say(context, 200, Yes);
    }

    static async Task Say(HttpContext context, int status, string body)
    {
        (context.Response.StatusCode, context.Response.ContentType) = (status, "application/json");
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body));
    }
}
