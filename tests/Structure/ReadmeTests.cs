using System.Text.RegularExpressions;
using Xunit;

namespace LLTP.Hub.Tests.Structure;

public sealed partial class ReadmeTests
{
    const int LongestReadme = 150;

    [Fact]
    public void The_readme_fits_on_a_few_screens() => Assert.InRange(Repository.Lines("README.md").Length, 1, LongestReadme);

    [Fact]
    public void The_picture_shows_the_arrows_of_the_project_files()
    {
        var drawn = Arrow.Matches(Repository.Readme).ToDictionary(arrow => arrow.Groups["from"].Value, arrow => arrow.Groups["to"].Value);
        var real = Project.All.ToDictionary(project => project.Folder, Drawn);
        Assert.Equal(real.OrderBy(pair => pair.Key), drawn.OrderBy(pair => pair.Key).Select(pair => KeyValuePair.Create(pair.Key, Sorted(pair.Value))));
    }

    [Fact]
    public void Every_command_names_a_project_or_script_that_exists()
    {
        var commands = Command.Matches(Repository.Readme).Select(command => command.Groups["target"].Value).Distinct().ToList();
        Assert.Contains("Simulators", commands);
        Assert.Contains("Hub/Host", commands);
        Assert.Contains("tests/run", commands);
        Assert.All(commands, target => Assert.True(Repository.Has(target), target));
    }

    [Fact]
    public void Every_path_it_sends_a_reader_to_exists() =>
        Assert.All(Named.Matches(Repository.Readme).Select(path => path.Groups["path"].Value), path => Assert.True(Repository.Has(path), path));

    [Fact]
    public void It_warns_of_personal_data_as_long_as_payloads_are_not_encrypted() =>
        Assert.Contains("No real personal data", Repository.Readme);

    [Fact]
    public async Task Its_configuration_is_complete()
    {
        using var installed = new InstalledConfiguration(Repository.Readme);
        var (exitCode, output) = await installed.CheckAsync(installed.Settings, TestContext.Current.CancellationToken);
        Assert.True(exitCode == 0, output);
    }

    [Fact]
    public async Task Without_a_first_number_the_check_of_the_configuration_names_it()
    {
        using var installed = new InstalledConfiguration(Repository.Readme);
        var settings = installed.Settings.Where(setting => setting.Name != "LLTP__Numbers__First");
        var (exitCode, output) = await installed.CheckAsync(settings, TestContext.Current.CancellationToken);
        Assert.Equal(2, exitCode);
        Assert.Contains("Numbers:First", output);
    }

    static string Drawn(Project project) => project.Folder == "tests" ? "everything"
        : project.Arrows.Any() ? string.Join(", ", project.Arrows)
        : "nothing";

    static string Sorted(string drawn) => string.Join(", ", drawn.Split(", ").Order(StringComparer.Ordinal));

    [GeneratedRegex(@"^(?<from>[\w/]+) +──► (?<to>[\w/]+(, [\w/]+)*)", RegexOptions.Multiline)]
    static partial Regex Arrow { get; }

    [GeneratedRegex(@"(dotnet run --project|bash) (?<target>[\w/.]+)")]
    static partial Regex Command { get; }

    [GeneratedRegex(@"`(?<path>(Hub|Adapters|Mappings|Scheduler|Security|Simulators|tests|docs)/[\w./]+)`")]
    static partial Regex Named { get; }
}
