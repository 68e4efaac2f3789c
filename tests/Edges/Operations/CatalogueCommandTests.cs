using Xunit;

namespace LLTP.Hub.Tests.Edges.Operations;

/// <summary>Code lists of a running hub: looked at, taken away, changed, and the one step that adds a missing word.</summary>
public sealed class CatalogueCommandTests(SilentSoftware house) : IClassFixture<SilentSoftware>
{
    const string Gap = "toKhai.nycLoaiGiayTo id-papers 9 lltp";

    readonly RunningHub hub = house.Hub;

    [Fact]
    public async Task A_word_that_was_missing_is_added_and_what_waited_for_it_goes_out_with_it()
    {
        var number = await hub.SubmittedAsync(form => form["nycLoaiGiayTo"] = 9);
        Assert.Equal(200, (await hub.AcceptAsync(number, TthcCalls.Decision())).Status);
        await ComesTrueAsync(async () => (await GapsAsync(number)).Contains(Gap));

        var (code, output) = await hub.ActAsync("catalogue", "map", "id-papers", "9", "lltp", "3", "--name", "Giấy tờ khác", "--release");

        Assert.True(code == 0, output);
        await ComesTrueAsync(() => Task.FromResult(house.Sent.Contains("<idTypeId>3</idTypeId>", StringComparison.Ordinal)));
        Assert.Empty(await GapsAsync(number));
        Assert.Equal(["RepairTaskStarted"], await hub.Files.ReadAsync(
            "SELECT kind FROM event WHERE dossier IS NULL AND kind = $1", "RepairTaskStarted", row => row.GetString(0)));
        Assert.Equal(["id-papers"], await hub.Files.ReadAsync(
            "SELECT c.name FROM catalogue c JOIN event e ON e.seq = c.event_seq WHERE e.kind = 'RepairCatalogueChanged' AND c.name = $1", "id-papers",
            row => row.GetString(0)));
    }

    [Fact]
    public async Task A_catalogue_is_taken_away_changed_and_put_in_force_and_the_difference_is_told_before()
    {
        var file = Path.Combine(hub.Files.Folder, "sexes.csv");
        Assert.Equal(0, (await hub.CommandAsync("catalogue", "export", "sexes", "--out", file)).Code);
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(file, text.Replace("Nữ", "Nữ giới", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var before = await VersionAsync("sexes");

        var dry = await hub.ActAsync("catalogue", "import", "sexes", file, "--dry-run");
        Assert.Equal(before, await VersionAsync("sexes"));
        var done = await hub.ActAsync("catalogue", "import", "sexes", file);

        Assert.True((dry.Code, done.Code) == (0, 0), dry.Output + done.Output);
        Assert.NotEqual(before, await VersionAsync("sexes"));
        var changed = text.Split('\n').First(line => line.Contains("Nữ", StringComparison.Ordinal)).Split(',')[0];
        Assert.Contains(changed, dry.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await hub.CommandAsync("catalogue", "export", "sexes", "--out", file)).Code);
        Assert.Contains("Nữ giới", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such", "NotFound"), InlineData("sexes", "Unreadable")]
    public async Task A_file_that_could_mislead_is_refused_and_nothing_changes(string catalogue, string code)
    {
        var file = Path.Combine(hub.Files.Folder, "bad.csv");
        await File.WriteAllTextAsync(file, "code,name,source\n1,Nam,x\n1,Nam,x\n", TestContext.Current.CancellationToken);
        var before = await VersionAsync("sexes");

        var refused = await hub.ActAsync("catalogue", "import", catalogue, file);

        Assert.Equal((1, true), (refused.Code, refused.Output.Contains(code, StringComparison.Ordinal)));
        Assert.Equal(before, await VersionAsync("sexes"));
    }

    [Fact]
    public async Task A_code_that_the_catalogue_does_not_have_needs_a_name()
    {
        var (code, output) = await hub.ActAsync("catalogue", "map", "id-papers", "8", "lltp", "3");

        Assert.Equal((1, true), (code, output.Contains("BadRequest", StringComparison.Ordinal)));
    }

    async Task<string?> VersionAsync(string name) => (await hub.GetOperationsAsync("api/v1/catalogues")).EnumerateArray()
        .Single(one => one.GetProperty("name").GetString() == name).GetProperty("version").GetString();

    /// <summary>What the open work items of a dossier say is missing.</summary>
    async Task<IReadOnlyList<string?>> GapsAsync(string number) =>
        [.. (await hub.GetOperationsAsync("api/v1/work-items")).EnumerateArray()
            .Where(item => item.GetProperty("dossier").GetString() == number && item.GetProperty("kind").GetString() == "UnmappedCode")
            .Select(item => item.GetProperty("detail").GetString())];

    static async Task ComesTrueAsync(Func<Task<bool>> condition)
    {
        for (var tries = 0; tries < 200 && !await condition(); tries++)
            await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.True(await condition());
    }
}
