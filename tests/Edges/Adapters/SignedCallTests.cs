using System.Text;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Primitives;
using Xunit;

namespace LLTP.Hub.Tests.Edges.Adapters;

/// <summary>What leaves the hub for a REST partner, and which answers it believes.</summary>
public sealed class SignedCallTests(KeysFolder keys) : IClassFixture<KeysFolder>
{
    const string Header = "X-JWS-Signature";
    static readonly byte[] Yes = Encoding.UTF8.GetBytes("""{"stored":"new"}""");

    [Theory]
    [InlineData(null), InlineData("PS256")]
    public async Task A_call_is_signed_for_its_address_and_its_key(string? algorithm)
    {
        JwsVerification? seen = null;
        var reply = await SendAsync("Off", async context =>
        {
            seen = Verify(context);
            await PartnerStub.Answer(200, "application/json", Yes)(context);
        }, algorithm is null ? [] : [("Jws:Algorithm", algorithm)]);

        Assert.True(seen?.IsVerified, seen?.Refusal?.Sentence);
        Assert.Equal(Transport.Readable, reply.Transport);
    }

    [Fact]
    public async Task Calls_to_the_national_portal_are_signed_too()
    {
        JwsVerification? seen = null;
        await using var stub = await PartnerStub.StartAsync(context =>
        {
            seen = Verify(context);
            return PartnerStub.Answer(200, "application/json", """{"error_code":"0"}""")(context);
        });
        await using var tested = new AdapterUnderTest(
            keys.Path, Partner.Dvcqg, stub.Address, TimeSpan.FromSeconds(30), [("Jws:Outbound", "true")]);

        Assert.Equal(Transport.Readable, (await tested.SendAsync(MessageKind.DvcqgDossier)).Transport);
        Assert.True(seen?.IsVerified, seen?.Refusal?.Sentence);
    }

    [Theory]
    [InlineData("Required", "", Transport.Broken)]
    [InlineData("Accepted", "", Transport.Readable)]
    [InlineData("Off", "a..b", Transport.Readable)]
    [InlineData("Accepted", "a..b", Transport.Broken)]
    [InlineData("Required", "signed", Transport.Readable)]
    [InlineData("Required", "twice", Transport.Broken)]
    [InlineData("Required", "other call", Transport.Broken)]
    [InlineData("Required", "other body", Transport.Broken)]
    [InlineData("Accepted", "stranger", Transport.Broken)]
    public async Task An_answer_is_believed_by_the_policy(string policy, string signature, Transport expected)
    {
        var reply = await SendAsync(policy, context => AnswerAsync(context, signature));

        Assert.Equal(expected, reply.Transport);
        if (expected == Transport.Broken)
            Assert.Equal(ReplyClass.Unknown,
                ReplyTable.Shipped().Judge(Partner.Tthc, MessageKind.TthcDossier, reply, new(false, false, false)).Class);
    }

    JwsVerification Verify(HttpContext context)
    {
        var pinned = Trust.FromPemFiles([Path.Combine(keys.Path, "hub.pem")], allowDevelopment: true);
        var hub = new JwsVerifier(pinned, TimeSpan.FromMinutes(5));
        var subject = JwsSubject.Request(context.Request.Method, context.Request.GetEncodedUrl(), context.Request.Headers["Idempotency-Key"].FirstOrDefault());
        return hub.Verify(context.Request.Headers[Header], (byte[])(context.Items["body"] ?? Array.Empty<byte>()), subject, Now);
    }

    Task AnswerAsync(HttpContext context, string signature)
    {
        var id = Verify(context).Claims?.Id ?? throw new InvalidOperationException("The call was not signed.");
        using var partner = SigningKey.FromPem(Path.Combine(keys.Path, "tthc.pem"), Path.Combine(keys.Path, "tthc.key.pem"));
        using var stranger = DevelopmentKeys.Create("tthc", TimeProvider.System);
        var good = Sign(partner, Yes, id);
        context.Response.Headers[Header] = signature switch
        {
            "signed" => good,
            "twice" => new StringValues([good, good]),
            "other call" => Sign(partner, Yes, Guid.NewGuid().ToString()),
            "other body" => Sign(partner, [.. Yes, (byte)' '], id),
            "stranger" => Sign(stranger, Yes, id),
            "" => default,
            _ => signature,
        };
        return PartnerStub.Answer(200, "application/json", Yes)(context);
    }

    static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    static string Sign(SigningKey key, byte[] body, string id) =>
        new JwsSigner(key, null, TimeSpan.FromMinutes(5)).Sign(body, JwsSubject.Answer(id), Guid.NewGuid().ToString(), Now);

    async Task<Reply> SendAsync(string answers, RequestDelegate answer, params IEnumerable<(string, string)> more)
    {
        await using var stub = await PartnerStub.StartAsync(answer);
        var certificate = DevelopmentKeys.EnsureFiles(keys.Path, Partner.Tthc, TimeProvider.System).Certificate;
        await using var tested = new AdapterUnderTest(keys.Path, Partner.Tthc, stub.Address, TimeSpan.FromSeconds(30),
            [("Jws:Outbound", "true"), ("Jws:Answers", answers), ("Jws:CertificateFiles:0", certificate), .. more]);
        return await tested.SendAsync(MessageKind.TthcDossier);
    }
}
