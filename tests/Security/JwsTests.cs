using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using LLTP.Hub.Security;
using Xunit;

namespace LLTP.Hub.Tests.Security;

public sealed class JwsTests
{
    [Theory]
    [InlineData("RS256"), InlineData("PS256"), InlineData("ES256"), InlineData("ES384")]
    public void What_we_sign_we_verify_and_its_header_says_what_it_is_for(string algorithm)
    {
        var verified = JwsSamples.Verify(JwsSamples.Signed(algorithm));

        Assert.True(verified.IsVerified, verified.Refusal?.Sentence);
        Assert.Equal(("tn-1", Samples.Now, Samples.Now.AddMinutes(5)),
            (verified.Claims.Id, verified.Claims.IssuedAt, verified.Claims.ExpiresAt));
        Assert.Equal(JwsSamples.KeyFor(algorithm).Certificate, verified.Signer);
    }

    [Theory]
    [InlineData(0), InlineData(1), InlineData(24_575), InlineData(24_576), InlineData(24_577), InlineData(3_000_001)]
    public void Every_length_of_body_is_hashed_as_the_standard_has_it(int length)
    {
        var body = RandomNumberGenerator.GetBytes(length);
        var signature = new JwsSigner(JwsSamples.P256, null, Samples.FiveMinutes).Sign(body, JwsSamples.Subject, "1", Samples.Now);
        var parts = signature.Split('.');
        using var key = JwsSamples.P256.Certificate.PublicKey.GetECDsaPublicKey();

        Assert.True(key?.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{JwsSamples.Encode(body)}"),
            Convert.FromBase64String(parts[2].Replace('-', '+').Replace('_', '/') + "=="), HashAlgorithmName.SHA256));
        Assert.True(JwsSamples.Verify(signature, body).IsVerified);
    }

    [Fact]
    public void A_crafted_header_is_believed_when_nothing_is_wrong_with_it() =>
        Assert.True(JwsSamples.Verify(JwsSamples.Craft(JwsSamples.Header().ToJsonString())).IsVerified);

    [Theory]
    [InlineData("alg", "\"none\"", JwsRefusalCode.AlgorithmNotAllowed), InlineData("alg", "\"HS256\"", JwsRefusalCode.AlgorithmNotAllowed)]
    [InlineData("alg", "\"RS512\"", JwsRefusalCode.AlgorithmNotAllowed), InlineData("alg", "\"rs256\"", JwsRefusalCode.AlgorithmNotAllowed)]
    [InlineData("alg", "null", JwsRefusalCode.AlgorithmNotAllowed), InlineData("alg", "\"ES256\"", JwsRefusalCode.AlgorithmNotAllowed)]
    [InlineData("alg", "\"PS256\"", JwsRefusalCode.Tampered), InlineData("crit", "[\"exp\"]", JwsRefusalCode.CriticalNotUnderstood)]
    [InlineData("crit", "[]", JwsRefusalCode.CriticalNotUnderstood), InlineData("b64", "false", JwsRefusalCode.CriticalNotUnderstood)]
    [InlineData("b64", "true", JwsRefusalCode.CriticalNotUnderstood), InlineData("zip", "\"DEF\"", JwsRefusalCode.CriticalNotUnderstood)]
    [InlineData("jwk", "{\"kty\":\"RSA\"}", JwsRefusalCode.KeyInMessage)]
    [InlineData("jku", "\"https://a.vn/k\"", JwsRefusalCode.KeyInMessage)]
    [InlineData("x5u", "\"https://a.vn/k\"", JwsRefusalCode.KeyInMessage), InlineData("typ", "\"JWT\"", JwsRefusalCode.TypeNotAllowed)]
    [InlineData("typ", "1", JwsRefusalCode.TypeNotAllowed), InlineData("kid", "\"../../keys/hub\"", JwsRefusalCode.KeyUnknown)]
    [InlineData("kid", "null", JwsRefusalCode.KeyUnknown), InlineData("kid", "\"' OR 1=1 --\"", JwsRefusalCode.KeyUnknown)]
    [InlineData("kid", "\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"", JwsRefusalCode.KeyUnknown)]
    [InlineData("x5t#S256", "\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"", JwsRefusalCode.KeyUnknown)]
    [InlineData("x5c", "\"A\"", JwsRefusalCode.Malformed), InlineData("x5c", "[\"*\"]", JwsRefusalCode.Malformed)]
    [InlineData("jti", "\"\"", JwsRefusalCode.ClaimMissing), InlineData("jti", "1", JwsRefusalCode.ClaimMissing)]
    [InlineData("jti", "\"a\\nb\"", JwsRefusalCode.ClaimMissing), InlineData("iat", "\"1\"", JwsRefusalCode.ClaimMissing)]
    [InlineData("exp", "1.5", JwsRefusalCode.ClaimMissing), InlineData("exp", "99999999999999999999", JwsRefusalCode.ClaimMissing)]
    [InlineData("nbf", "\"x\"", JwsRefusalCode.ClaimMissing), InlineData("nbf", "9999999999", JwsRefusalCode.OutsideWindow)]
    [InlineData("exp", "9999999999", JwsRefusalCode.OutsideWindow), InlineData("exp", "1", JwsRefusalCode.OutsideWindow)]
    [InlineData("iat", "1", JwsRefusalCode.OutsideWindow), InlineData("iat", "-1", JwsRefusalCode.ClaimMissing)]
    [InlineData("htm", "\"GET\"", JwsRefusalCode.OtherMessage), InlineData("htm", "1", JwsRefusalCode.OtherMessage)]
    [InlineData("htu", "\"https://lltp.example.vn/api/v1/hosos/LLTP/taohoso\"", JwsRefusalCode.OtherMessage)]
    [InlineData("htu", "\"https://la.example.vn/api/v1/hosos/LLTP/TaoHoSo\"", JwsRefusalCode.OtherMessage)]
    [InlineData("idk", "\"1\"", JwsRefusalCode.OtherMessage), InlineData("req", "\"1\"", JwsRefusalCode.OtherMessage)]
    [InlineData("la", "\"\\ud800\"", JwsRefusalCode.Malformed)]
    public void One_member_of_another_form_is_refused_by_its_rule(string member, string value, JwsRefusalCode code)
    {
        var header = JwsSamples.Header();
        header.Remove(member);
        var text = header.ToJsonString().TrimEnd('}') + $",\"{member}\":{value}}}";

        Assert.Equal(code, JwsSamples.Verify(JwsSamples.Craft(text)).Refusal?.Code);
    }

    [Theory]
    [InlineData("alg", JwsRefusalCode.AlgorithmNotAllowed)]
    [InlineData("kid", JwsRefusalCode.KeyUnknown)]
    [InlineData("jti", JwsRefusalCode.ClaimMissing)]
    [InlineData("iat", JwsRefusalCode.ClaimMissing), InlineData("exp", JwsRefusalCode.ClaimMissing)]
    [InlineData("htm", JwsRefusalCode.OtherMessage), InlineData("htu", JwsRefusalCode.OtherMessage)]
    public void A_missing_member_is_refused_by_its_rule(string member, JwsRefusalCode code)
    {
        var header = JwsSamples.Header();
        header.Remove(member);

        Assert.Equal(code, JwsSamples.Verify(JwsSamples.Craft(header.ToJsonString())).Refusal?.Code);
    }

    [Theory]
    [InlineData("\"alg\":\"RS256\""), InlineData("\"\\u0061lg\":\"RS256\""), InlineData("\"kid\":null"), InlineData("\"exp\":1")]
    public void A_member_that_occurs_twice_is_refused(string again) => Assert.Equal(JwsRefusalCode.DuplicateMember,
        JwsSamples.Verify(JwsSamples.Craft($"{JwsSamples.Header().ToJsonString().TrimEnd('}')},{again}}}")).Refusal?.Code);

    [Theory]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}{}")]
    [InlineData("{\"a\":[[[[[[[[[[1]]]]]]]]]]}")]
    [InlineData("{\"a\":1,}")]
    public void A_header_that_is_no_plain_object_is_malformed(string header) =>
        Assert.Equal(JwsRefusalCode.Malformed, JwsSamples.Verify(JwsSamples.Craft(header)).Refusal?.Code);

    [Fact]
    public void Another_writing_of_the_same_bytes_is_malformed()
    {
        var good = JwsSamples.Craft(JwsSamples.Header().ToJsonString());
        string[] bad =
        [
            good + "=", " " + good, good + "\n", good.Replace("..", "."), good.Replace("..", "...", StringComparison.Ordinal), good + ".",
            good.Insert(10, "\r\n"), good.Insert(10, "="), good.Replace('-', '+'),
            JwsSamples.Craft(JwsSamples.Header().ToJsonString(), "e30"), ".",
            "..", "a..b", NotCanonical(good),
        ];

        Assert.Equal(JwsRefusalCode.Tampered, JwsSamples.Verify(good + "A").Refusal?.Code);
        Assert.All(bad.Where(text => text != good), text => Assert.Equal(JwsRefusalCode.Malformed, JwsSamples.Verify(text).Refusal?.Code));
    }

    [Fact]
    public void No_signature_several_and_one_that_is_too_long_are_told_apart()
    {
        var good = JwsSamples.Signed("RS256");

        Assert.Equal(JwsRefusalCode.SignatureMissing, JwsSamples.Verify(null).Refusal?.Code);
        Assert.Equal(JwsRefusalCode.SignatureMissing, JwsSamples.Verify("").Refusal?.Code);
        Assert.Equal(JwsRefusalCode.SignatureCount, JwsSamples.Verify($"{good},{good}").Refusal?.Code);
        Assert.Equal(JwsRefusalCode.TooLarge, JwsSamples.Verify(good + new string('A', 8192)).Refusal?.Code);
    }

    [Fact]
    public void A_certificate_in_the_header_is_a_hint_and_never_trust()
    {
        var own = JwsSamples.Header();
        own["x5c"] = new JsonArray(Convert.ToBase64String(Samples.Partner.Certificate.RawData));
        var strange = JwsSamples.Header();
        strange["x5c"] = new JsonArray(Convert.ToBase64String(Samples.Stranger.Certificate.RawData));

        Assert.True(JwsSamples.Verify(JwsSamples.Craft(own.ToJsonString())).IsVerified);
        Assert.Equal(JwsRefusalCode.KeyUnknown, JwsSamples.Verify(JwsSamples.Craft(strange.ToJsonString())).Refusal?.Code);
        strange["kid"] = JwsSigner.KeyIdOf(Samples.Stranger.Certificate.RawData);
        Assert.Equal(JwsRefusalCode.CertificateNotAccepted, JwsSamples.Verify(JwsSamples.Craft(strange.ToJsonString())).Refusal?.Code);
    }

    static string NotCanonical(string good)
    {
        const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        return good[..^1] + Letters[Letters.IndexOf(good[^1], StringComparison.Ordinal) ^ 1];
    }
}
