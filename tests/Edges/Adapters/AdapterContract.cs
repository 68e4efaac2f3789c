using System.Net;
using System.Net.Sockets;
using System.Text;
using LLTP.Hub.Core.Partners;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace LLTP.Hub.Tests.Edges.Adapters;

/// <summary>What every adapter promises about one attempt, whatever the partner and the line do: a reply, never an exception.</summary>
public abstract class AdapterContract(KeysFolder keys, string partner, string kind) : IClassFixture<KeysFolder>
{
    static readonly TimeSpan Long = TimeSpan.FromSeconds(60);

    protected abstract Said Yes { get; }

    protected abstract Said No { get; }

    /// <summary>What the shipped reply table makes of a no.</summary>
    protected virtual ReplyClass NoMeans => ReplyClass.Rejected;

    /// <summary>Settings of the partner beside the usual ones.</summary>
    protected virtual IEnumerable<(string Name, string Value)> More => [];

    [Fact]
    public async Task A_yes_in_the_partners_words_is_done()
    {
        var reply = await SayAsync(Yes);

        Assert.Equal((Transport.Readable, Yes.Status, ReplyClass.Done), (reply.Transport, reply.Status, Judge(reply)));
        Assert.Matches("^[0-9a-f]{64}$", reply.SentHash);
    }

    [Fact]
    public async Task A_no_in_the_partners_words_is_judged_by_the_table()
    {
        var reply = await SayAsync(No);

        Assert.Equal((Transport.Readable, No.Status, NoMeans), (reply.Transport, reply.Status, Judge(reply)));
    }

    [Fact]
    public async Task A_busy_partner_is_tried_again_when_it_said()
    {
        var reply = await AskAsync(context =>
        {
            (context.Response.StatusCode, context.Response.Headers.RetryAfter) = (503, "7");
            return Task.CompletedTask;
        });

        Assert.Equal((503, TimeSpan.FromSeconds(7), ReplyClass.Retry), (reply.Status, reply.RetryAfter, Judge(reply)));
    }

    [Fact]
    public async Task A_partner_that_never_answers_leaves_the_outcome_unknown()
    {
        var reply = await AskAsync(PartnerStub.NeverAsync, TimeSpan.FromSeconds(3));

        Assert.Equal((Transport.Broken, ReplyClass.Unknown), (reply.Transport, Judge(reply)));
    }

    [Fact]
    public async Task A_line_cut_after_the_message_leaves_the_outcome_unknown()
    {
        var reply = await AskAsync(PartnerStub.CutAsync);

        Assert.Equal((Transport.Broken, ReplyClass.Unknown), (reply.Transport, Judge(reply)));
    }

    [Fact]
    public async Task A_partner_that_nobody_can_connect_to_got_nothing()
    {
        using var nobody = new TcpListener(IPAddress.Loopback, 0);
        nobody.Start();
        var address = new Uri($"http://127.0.0.1:{((IPEndPoint)nobody.LocalEndpoint).Port}/");
        nobody.Stop();
        await using var tested = new AdapterUnderTest(keys.Path, partner, address, Long, More);

        var reply = await tested.SendAsync(kind);

        Assert.Equal((Transport.NothingSent, ReplyClass.Retry), (reply.Transport, Judge(reply)));
        Assert.NotNull(await tested.Adapter.CheckAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData("text/html", "<html><body>Bad gateway</body></html>"), InlineData("application/json", "<html></html>")]
    [InlineData("application/json", ""), InlineData("application/json", "{"), InlineData("application/json", "[]")]
    [InlineData("text/xml", ""), InlineData("text/xml", "<a/>")]
    [InlineData("application/json", """{"khac":1}"""), InlineData("text/plain", "OK"), InlineData("application/octet-stream", "\0\u0001")]
    public async Task Words_that_are_not_of_the_contract_are_unreadable_and_leave_the_outcome_unknown(string media, string body)
    {
        var reply = await AskAsync(PartnerStub.Answer(200, media, body));

        Assert.Equal((Transport.Unreadable, 200, ReplyClass.Unknown), (reply.Transport, reply.Status, Judge(reply)));
    }

    [Fact]
    public async Task An_endless_answer_is_not_read_to_its_end()
    {
        var reply = await AskAsync(PartnerStub.Answer(200, "application/json", Encoding.ASCII.GetBytes(new string(' ', 6 << 20))));

        Assert.Equal((Transport.Unreadable, ReplyClass.Unknown), (reply.Transport, Judge(reply)));
    }

    ReplyClass Judge(Reply reply) => ReplyTable.Shipped().Judge(partner, kind, reply, new(false, false, false)).Class;

    protected async Task<Reply> SayAsync(Said said)
    {
        RequestDelegate answer = PartnerStub.CutAsync;
        await using var stub = await PartnerStub.StartAsync(context => answer(context));
        await using var tested = new AdapterUnderTest(keys.Path, partner, stub.Address, Long, More);
        using var key = tested.PartnerKey;
        answer = PartnerStub.Answer(said.Status, said.Media, said.Body(key));
        return await tested.SendAsync(kind);
    }

    async Task<Reply> AskAsync(RequestDelegate answer, TimeSpan? timeout = null)
    {
        await using var stub = await PartnerStub.StartAsync(answer);
        await using var tested = new AdapterUnderTest(keys.Path, partner, stub.Address, timeout ?? Long, More);
        return await tested.SendAsync(kind);
    }
}
