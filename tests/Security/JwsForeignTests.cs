using Xunit;

namespace LLTP.Hub.Tests.Security;

/// <summary>jwcrypto (Debian) and jose (npm) sign what we verify and verify what we sign; they make kid and header themselves.</summary>
public sealed class JwsForeignTests(JwsForeignTools tools) : IClassFixture<JwsForeignTools>
{
    [Theory]
    [InlineData("jwcrypto", "RS256"), InlineData("jwcrypto", "PS256"), InlineData("jwcrypto", "ES256"), InlineData("jwcrypto", "ES384")]
    [InlineData("jose", "RS256"), InlineData("jose", "PS256"), InlineData("jose", "ES256"), InlineData("jose", "ES384")]
    public async Task A_foreign_implementation_and_ours_believe_each_other(string tool, string algorithm)
    {
        var folder = tools.Prepare(algorithm);

        var signed = await tools.RunAsync(tool, "sign", folder, algorithm);
        var ours = JwsSamples.Signed(algorithm);
        await File.WriteAllTextAsync(Path.Combine(folder, "signature"), ours);
        var judged = await tools.RunAsync(tool, "verify", folder, algorithm);
        await File.AppendAllTextAsync(Path.Combine(folder, "body"), " ");
        var judgedOther = await tools.RunAsync(tool, "verify", folder, algorithm);

        var verified = JwsSamples.Verify(signed);
        Assert.True(verified.IsVerified, verified.Refusal?.Sentence ?? signed);
        Assert.Equal("tn-1", verified.Claims.Id);
        Assert.Equal(("ok", "no"), (judged, judgedOther));
    }
}
