using Xunit;

namespace LLTP.Hub.Tests.Structure;

public sealed class StructureTests
{
    const int LongestFile = 250;

    static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Hub/Host"] = ["Adapters", "Hub/Core", "Scheduler"],
        ["Adapters"] = ["Hub/Core", "Mappings", "Security"],
        ["Scheduler"] = ["Hub/Core"],
        ["Hub/Core"] = ["Mappings", "Security"],
        ["Mappings"] = [],
        ["Security"] = [],
        ["Simulators"] = [],
    };

    public static TheoryData<string> Folders => [.. Arrows.Keys];

    public static TheoryData<string> TopLevel =>
    [
        "Adapters", "Hub", "Mappings", "Security", "Scheduler", "Simulators", "tests", "LLTP.Hub.sln", "README.md", "LICENSE",
        "Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig", ".gitignore", ".config", ".ci/run", "docs/decisions",
        "tests/run",
    ];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_project_refers_to_exactly_the_projects_of_the_table(string folder) =>
        Assert.Equal(Arrows[folder], Assert.Single(Project.All, project => project.Folder == folder).Arrows);

    [Fact]
    public void No_project_stands_outside_the_table() =>
        Assert.Equal(Arrows.Keys.Append("tests").Append("tests/Benchmarks").Append("tests/Load").Order(), Project.All.Select(project => project.Folder).Order());

    [Fact]
    public void Only_the_simulators_build_another_project_without_using_it() =>
        Assert.Equal(["Simulators: Hub/Host"], Project.All.SelectMany(project => project.BuildOnly.Select(built => $"{project.Folder}: {built}")));

    [Fact]
    public void No_project_compiles_sources_of_another_one() => Assert.Empty(Project.All.SelectMany(project => project.LinkedSources));

    [Fact]
    public void The_solution_holds_every_project() =>
        Assert.All(Project.All, project => Assert.Contains($"\"{project.Folder.Replace('/', '\\')}\\", Repository.Text("LLTP.Hub.sln")));

    [Theory]
    [MemberData(nameof(TopLevel))]
    public void The_required_top_level_exists(string path) => Assert.True(Repository.Has(path), path);

    [Fact]
    public void No_source_file_is_longer_than_a_person_reads_in_one_go() =>
        Assert.DoesNotContain(Repository.Sources, path => Repository.Lines(path).Length > LongestFile);

    [Fact]
    public void Half_of_the_source_files_have_at_most_60_lines_and_nine_tenths_at_most_150()
    {
        var lengths = Repository.Sources.Select(path => Repository.Lines(path).Length).Order().ToArray();
        Assert.InRange(lengths[lengths.Length / 2], 1, 60);
        Assert.InRange(lengths[lengths.Length * 9 / 10], 1, 150);
    }

    [Fact]
    public void No_source_file_suppresses_a_warning_hides_lines_or_leaves_work_undone()
    {
        string[] unwanted = ["#pragma", "#region", "TODO", "FIXME"];
        Assert.DoesNotContain(Repository.Sources, path => unwanted.Any(Repository.Text(path).Contains));
    }

    [Fact]
    public void No_file_names_a_folder_of_the_machine_it_was_written_on()
    {
        string[] folders = ["work/", "home/", "root/", "Users/", "tmp/art-"];
        var places = folders.Select(folder => $"/{folder}").ToArray();
        Assert.DoesNotContain(Repository.Files.Where(IsText), path => places.Any(Repository.Text(path).Contains));
    }

    static bool IsText(string path)
    {
        var start = new byte[4096];
        using var file = File.OpenRead(Path.Combine(Repository.Root.FullName, path));
        var read = file.Read(start);
        return !start.AsSpan(0, read).Contains((byte)0);
    }
}
