using Xunit;

namespace LLTP.Hub.Tests.Edges;

/// <summary>What the trial program says to options that cannot be meant.</summary>
public sealed class TrialOptionsTests
{
    [Theory]
    [InlineData("--redis-stops cần / needs --redis on", "--redis", "off", "--redis-stops", "1")]
    [InlineData("--nodes và --database-stops cần / need --store postgres", "--nodes", "2")]
    [InlineData("--nodes và --database-stops cần / need --store postgres", "--database-stops", "1", "--store", "sqlite")]
    [InlineData("Tùy chọn không hợp lệ / invalid option: --redis maybe", "--redis", "maybe")]
    [InlineData("Tùy chọn không hợp lệ / invalid option: --settings khong-co.json", "--settings", "khong-co.json")]
    public async Task Options_that_contradict_each_other_are_refused_in_both_languages(string told, params string[] options)
    {
        await using var program = RunningProgram.Start(
            "lltp-sim.dll", Path.GetTempPath(), new Dictionary<string, string>(), ["demo", .. options]);

        Assert.Equal(2, await program.WaitAsync(TimeSpan.FromSeconds(60)));
        Assert.Contains(told, program.Output, StringComparison.Ordinal);
    }
}
