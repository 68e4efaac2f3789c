using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LLTP.Hub.Security;
using LLTP.Hub.Tests.Edges;
using Xunit;

namespace LLTP.Hub.Tests.Security.Keys;

/// <summary>Keys that were made in a token and cannot leave it, judged by what they signed.</summary>
public sealed class TokenTests(TokenHouse house) : IClassFixture<TokenHouse>
{
    const string RsaSha256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    const string EcdsaSha256 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";

    [Fact]
    public void The_process_with_the_token_did_all_of_it() => Assert.True(house.ExitCode == 0, house.Output);

    [Theory]
    [InlineData(TokenHouse.Rsa, RsaSha256)]
    [InlineData(TokenHouse.Curve, EcdsaSha256)]
    public void XML_is_signed_in_the_token(string key, string algorithm)
    {
        using var certificate = house.Certificate(key);
        var document = Read($"{key}.xml");
        Assert.Equal(algorithm, Samples.First(document, "SignatureMethod").GetAttribute("Algorithm"));
        Assert.Null(XmlVerifier.VerifyEnveloped(document, new Trust([certificate], false), Samples.Now).Refusal);
    }

    [Theory]
    [InlineData(TokenHouse.Rsa)]
    [InlineData(TokenHouse.Curve)]
    public void SOAP_is_signed_in_the_token(string key)
    {
        using var certificate = house.Certificate(key);
        Assert.Null(WsSecurity.Verify(Read($"{key}.soap"), new Trust([certificate], false), Samples.Now, Samples.FiveMinutes).Refusal);
    }

    [Fact]
    public void The_signing_input_of_a_JWS_is_signed_in_the_token_with_RS256()
    {
        using var certificate = house.Certificate(TokenHouse.Rsa);
        using var key = certificate.GetRSAPublicKey();
        Assert.True(key?.VerifyData(TokenProgram.SigningInput, Bytes("rsa.raw"), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    [Fact]
    public void The_signing_input_of_a_JWS_is_signed_in_the_token_with_ES256()
    {
        using var certificate = house.Certificate(TokenHouse.Curve);
        using var key = certificate.GetECDsaPublicKey();
        Assert.Equal(64, Bytes("ec.raw").Length);
        Assert.True(key?.VerifyData(TokenProgram.SigningInput, Bytes("ec.raw"), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
    }

    [Theory]
    [InlineData(TokenHouse.Rsa)]
    [InlineData(TokenHouse.Curve)]
    public void Many_threads_may_sign_with_one_key(string key)
    {
        using var certificate = house.Certificate(key);
        var signatures = File.ReadAllLines(house.File($"{key}.many"));
        Assert.Equal(TokenHouse.Threads * TokenHouse.PerThread, signatures.Length);
        Assert.All(signatures.Index(), one => Assert.True(
            Matches(certificate, SHA256.HashData(BitConverter.GetBytes(one.Index)), Convert.FromBase64String(one.Item))));
    }

    [Theory]
    [InlineData(TokenHouse.Rsa)]
    [InlineData(TokenHouse.Curve)]
    public void A_TLS_server_believes_the_client_with_the_token(string key)
    {
        using var certificate = house.Certificate(key);
        Assert.Contains(certificate.Thumbprint, house.Clients);
    }

    [Theory]
    [InlineData(TokenHouse.Rsa, "RS256")]
    [InlineData(TokenHouse.Curve, "ES256")]
    public void The_hubs_line_shows_the_certificate_and_signs_its_calls_in_the_token(string key, string algorithm)
    {
        using var certificate = house.Certificate(key);
        Assert.Equal($"{certificate.Thumbprint} {algorithm}", File.ReadAllText(house.File($"{key}.line")));
    }

    [Fact]
    public void The_PIN_is_shown_nowhere() => Assert.DoesNotContain(TokenHouse.Pin, house.Output);

    [Theory]
    [InlineData("rsa.pem", TokenHouse.Curve, "pin")]
    [InlineData("rsa.pem", "khac", "pin")]
    [InlineData("rsa.pem", TokenHouse.Rsa, "wrong-pin")]
    public async Task A_hub_whose_token_does_not_fit_does_not_start_and_does_not_show_the_PIN(string certificate, string key, string pin)
    {
        File.WriteAllText(house.File("wrong-pin"), "13571357");
        await using var program = Hub(certificate, key, pin);
        Assert.NotEqual(0, await program.WaitAsync(TimeSpan.FromSeconds(60)));
        Assert.Contains($"The key of '{house.File(certificate)}' cannot be opened", program.Output);
        Assert.DoesNotContain(TokenHouse.Pin, program.Output);
        Assert.DoesNotContain("13571357", program.Output);
    }

    static bool Matches(X509Certificate2 certificate, byte[] hash, byte[] signature)
    {
        using var rsa = certificate.GetRSAPublicKey();
        using var curve = certificate.GetECDsaPublicKey();
        return rsa?.VerifyHash(hash, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1) ?? curve?.VerifyHash(hash, signature) ?? false;
    }

    System.Xml.XmlDocument Read(string name) => SafeXml.Read(Bytes(name), XmlLimits.Default).Document ?? throw new InvalidDataException(name);

    byte[] Bytes(string name) => File.ReadAllBytes(house.File(name));

    RunningProgram Hub(string certificate, string key, string pin) => RunningProgram.Start("lltp-hub.dll", house.Folder, new Dictionary<string, string>(house.Environment)
    {
        ["LLTP__Environment"] = "Development", ["LLTP__Data"] = house.File($"{key}-{pin}.db"), ["LLTP__Keys"] = house.Folder, ["LLTP__Numbers__First"] = "1",
        ["LLTP__Province__Code"] = "38", ["LLTP__Province__Name"] = "Thanh Hoa", ["LLTP__Province__UnitId"] = "H56.14",
        ["LLTP__Province__UnitName"] = "So Tu phap", ["LLTP__Province__ProcedureCode"] = "2.000488.000.00.00.H56",
        ["LLTP__Partners__Vneid__CodeGetFile"] = house.File("pin"), ["LLTP__Partners__Tthc__InboundSecretFile"] = house.File("pin"),
        ["LLTP__Doors"] = "http://127.0.0.1:0", ["LLTP__Operations"] = "http://127.0.0.1:0",
        ["LLTP__Signing__Soap__Certificate"] = house.File(certificate), ["LLTP__Signing__Soap__Pkcs11"] = TokenHouse.Uri(key),
        ["LLTP__Signing__Soap__PinFile"] = house.File(pin),
    });
}
