using System.Text;
using System.Text.RegularExpressions;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Edges;

public sealed partial class LeakTests
{
    static readonly HashSet<string> Expected = ["secret", "name", "number", "judgment", "look-up"];

    [Fact]
    public async Task A_demo_with_faults_writes_neither_secrets_nor_personal_data()
    {
        await using var demo = RunningProgram.Start(
            "lltp-sim.dll", AppContext.BaseDirectory, new Dictionary<string, string>(),
            "demo", "--dossiers", "30", "--faults", "20", "--seed", "5", "--keep", "--hub", RunningProgram.Path("lltp-hub.dll"));
        var code = await demo.WaitAsync(TimeSpan.FromMinutes(3));
        var folder = Folder().Match(demo.Output).Groups[1].Value.Trim();
        try
        {
            Assert.True(code == 0, demo.Output);
            var log = await File.ReadAllTextAsync(Path.Combine(folder, "hub.log"));
            var secrets = await SecretsOfAsync(folder);

            Assert.NotEmpty(log);
            Assert.Superset(Expected, secrets.Select(secret => secret.Kind).ToHashSet());
            Assert.Empty(Secrecy.Search(log + demo.Output, secrets));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("warn: Nguyễn Văn Thử was refused", "name")]
    [InlineData("GET /api?so=038090000001", "number")]
    [InlineData("GET /LayMaHoSo?CodeGet=bi-mat-da-gieo", "secret")]
    [InlineData("session=0123456789abcdef0123456789abcdef;", "session")]
    public void The_search_finds_what_is_planted(string written, string kind)
    {
        var secrets = Secrecy.Of(Sample.Application().ToJson()).Append(("secret", "bi-mat-da-gieo"));

        Assert.Equal([kind], Secrecy.Search(written, secrets));
    }

    [Fact]
    public void The_search_takes_identifiers_and_hashes_for_no_secret() =>
        Assert.Empty(Secrecy.Search($"{Guid.NewGuid()} {new string('a', 64)} {Sample.Number}", Secrecy.Of(Sample.Application().ToJson())));

    static async Task<IReadOnlyList<(string Kind, string Value)>> SecretsOfAsync(string folder)
    {
        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(IsSecret);
        var personal = (await new HubFiles(folder).PayloadsAsync()).SelectMany(Secrecy.Of);
        return [.. files.Select(file => ("secret", File.ReadAllText(file, Encoding.UTF8).Trim())), .. personal];
    }

    static bool IsSecret(string file) => Path.GetFileName(Path.GetDirectoryName(file)) == "secrets";

    [GeneratedRegex("folder: (.+)")]
    private static partial Regex Folder();
}
