using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using LLTP.Hub.Security;
using Xunit;

namespace LLTP.Hub.Tests.Security;

public sealed class JwsSubjectTests
{
    const string Path = "/api/v1/hosos/LLTP/TaoHoSo";

    [Fact]
    public void Another_body_a_stranger_and_a_stolen_key_name_are_refused()
    {
        var stranger = new JwsSigner(Samples.Stranger, null, Samples.FiveMinutes)
            .Sign(JwsSamples.Body, JwsSamples.Subject, "1", Samples.Now);

        Assert.Equal(JwsRefusalCode.Tampered, JwsSamples.Verify(JwsSamples.Signed("ES256"), [.. JwsSamples.Body, (byte)' ']).Refusal?.Code);
        Assert.Equal(JwsRefusalCode.KeyUnknown, JwsSamples.Verify(stranger).Refusal?.Code);
        Assert.Equal(JwsRefusalCode.Tampered,
            JwsSamples.Verify($"{JwsSamples.Signed("RS256").Split('.')[0]}..{stranger.Split('.')[2]}").Refusal?.Code);
    }

    [Fact]
    public void A_curve_signs_only_with_its_own_algorithm()
    {
        Assert.Throws<InvalidOperationException>(() => new JwsSigner(JwsSamples.P384, SignatureAlgorithm.EcdsaSha256, Samples.FiveMinutes));
        Assert.Throws<InvalidOperationException>(() => new JwsSigner(JwsSamples.P521, null, Samples.FiveMinutes));
        Assert.Throws<InvalidOperationException>(() => new JwsSigner(JwsSamples.P256, SignatureAlgorithm.RsaSha256, Samples.FiveMinutes));
        Assert.Throws<InvalidOperationException>(() => new JwsSigner(Samples.Partner, SignatureAlgorithm.RsaSha384, Samples.FiveMinutes));
    }

    [Fact]
    public void P384_under_the_name_of_ES256_is_refused()
    {
        var header = JwsSamples.Header("ES256");
        header["kid"] = JwsSigner.KeyIdOf(JwsSamples.P384.Certificate.RawData);
        var encoded = JwsSamples.Encode(Encoding.UTF8.GetBytes(header.ToJsonString()));
        using var key = JwsSamples.P384.Certificate.GetECDsaPrivateKey();
        var value = key?.SignData(
            Encoding.ASCII.GetBytes($"{encoded}.{JwsSamples.Encode(JwsSamples.Body)}"), HashAlgorithmName.SHA256) ?? [];

        Assert.Equal(JwsRefusalCode.Tampered, JwsSamples.Verify($"{encoded}..{JwsSamples.Encode(value)}").Refusal?.Code);
    }

    [Theory]
    [InlineData(-301, false), InlineData(-299, true), InlineData(0, true), InlineData(299, true), InlineData(300, false)]
    public void A_signature_counts_inside_the_window_and_before_it_expires(int seconds, bool counts) =>
        Assert.Equal(counts, JwsSamples.Verify(JwsSamples.Signed("ES256"), at: Samples.Now.AddSeconds(seconds)).IsVerified);

    [Fact]
    public void An_expired_and_a_development_certificate_are_refused()
    {
        var late = new JwsVerifier(JwsSamples.Trusted, TimeSpan.FromDays(90));
        var signed = new JwsSigner(JwsSamples.P256, null, TimeSpan.FromDays(60))
            .Sign(JwsSamples.Body, JwsSamples.Subject, "1", Samples.Now);
        var development = new JwsVerifier(new Trust([Samples.Development.Certificate], false), Samples.FiveMinutes);
        var made = new JwsSigner(Samples.Development, null, Samples.FiveMinutes)
            .Sign(JwsSamples.Body, JwsSamples.Subject, "1", Samples.Now);

        Assert.Equal(JwsRefusalCode.CertificateNotAccepted,
            late.Verify(signed, JwsSamples.Body, JwsSamples.Subject, Samples.Now.AddDays(40)).Refusal?.Code);
        Assert.Equal(JwsRefusalCode.CertificateNotAccepted,
            development.Verify(made, JwsSamples.Body, JwsSamples.Subject, Samples.Now).Refusal?.Code);
    }

    [Fact]
    public void A_verifier_that_knows_only_the_path_compares_only_the_path()
    {
        var signed = JwsSamples.Signed("ES256");

        Assert.True(JwsSamples.Verify(signed, subject: JwsSubject.Request("POST", Path, null)).IsVerified);
        Assert.False(JwsSamples.Verify(signed, subject: JwsSubject.Request("POST", Path + "/", null)).IsVerified);
        Assert.False(JwsSamples.Verify(signed, subject: JwsSubject.Request("POST", "/LLTP/TaoHoSo", null)).IsVerified);
        Assert.True(JwsSamples.Verify(signed, subject: JwsSubject.Any).IsVerified);
    }

    [Fact]
    public void A_request_and_an_answer_never_stand_for_each_other()
    {
        var request = JwsSamples.Signed("ES256", JwsSubject.Request("POST", JwsSamples.Address, "k-1"));
        var answer = JwsSamples.Signed("ES256", JwsSubject.Answer("tn-1"));

        Assert.True(JwsSamples.Verify(request, subject: JwsSubject.Request("POST", JwsSamples.Address, "k-1")).IsVerified);
        Assert.True(JwsSamples.Verify(answer, subject: JwsSubject.Answer("tn-1")).IsVerified);
        Assert.All([(request, JwsSubject.Answer("tn-1")), (answer, JwsSamples.Subject), (answer, JwsSubject.Answer("tn-2")),
            (request, JwsSamples.Subject),
            (request, JwsSubject.Request("POST", JwsSamples.Address, "k-2"))],
            pair => Assert.Equal(JwsRefusalCode.OtherMessage, JwsSamples.Verify(pair.Item1, subject: pair.Item2).Refusal?.Code));
    }
}
