using LLTP.Hub.Security;
using Xunit;

namespace LLTP.Hub.Tests.Security;

public sealed class SecretTextTests : IDisposable
{
    readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Theory]
    [InlineData("mat-khau", true)]
    [InlineData("mat-khau ", false)]
    [InlineData("mat-kha", false)]
    [InlineData("MAT-KHAU", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_the_very_secret_matches(string? candidate, bool expected)
    {
        File.WriteAllText(path, "mat-khau\r\n");
        Assert.Equal(expected, SecretText.FromFile(path).Matches(candidate));
    }

    [Fact]
    public void A_secret_shows_itself_only_on_purpose()
    {
        var secret = new SecretText("mat-khau");
        Assert.DoesNotContain("mat-khau", $"{secret}");
        Assert.Equal("mat-khau", secret.Reveal());
    }

    [Fact]
    public void An_empty_secret_file_is_an_error_that_names_the_file()
    {
        File.WriteAllText(path, "\n");
        Assert.Contains(path, Assert.Throws<InvalidDataException>(() => SecretText.FromFile(path)).Message);
    }
}
