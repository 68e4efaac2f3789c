using Xunit;

namespace LLTP.Hub.Tests.Edges.Foreign;

/// <summary>The published OpenAPI documents as a linter of others (npm's spectral) and the running hub see them.</summary>
public sealed class OpenApiTests(OpenApiTests.Linter linter) : IClassFixture<OpenApiTests.Linter>
{
    [Theory]
    [InlineData("openapi/v1.json"), InlineData("openapi/tthc-partner-v1.json")]
    public async Task A_document_has_neither_errors_nor_warnings(string path)
    {
        var ran = await linter.RunAsync((await linter.Hub.GetAsync(path)).Text);

        Assert.True(ran.Code == 0, ran.Output + ran.Errors);
    }

    [Fact]
    public async Task The_linter_finds_what_is_wrong()
    {
        var text = (await linter.Hub.GetAsync("openapi/v1.json")).Text;

        var ran = await linter.RunAsync(text.Replace("#/components/schemas/Recorded", "#/components/schemas/Missing", StringComparison.Ordinal));

        Assert.NotEqual(0, ran.Code);
        Assert.Contains("invalid-ref", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_operation_of_the_document_is_one_of_this_hub()
    {
        var paths = (await linter.Hub.GetAsync("openapi/v1.json")).Json.GetProperty("paths");
        var unknown = new List<string>();
        foreach (var path in paths.EnumerateObject())
            foreach (var method in path.Value.EnumerateObject())
            {
                var address = new Uri(linter.Hub.Doors, path.Name.Replace("{number}", "H56.14-260601-0001", StringComparison.Ordinal).TrimStart('/'));
                var answer = await linter.Hub.SendAsync(new(method.Name.ToUpperInvariant()), address, null);
                if (answer.Status is 404 or 405)
                    unknown.Add($"{method.Name} {path.Name}");
            }

        Assert.Empty(unknown);
        Assert.InRange(paths.EnumerateObject().Count(), 11, 50);
    }

    /// <summary>A running hub, and spectral with its rules for OpenAPI in a folder of its own.</summary>
    public sealed class Linter : IAsyncLifetime
    {
        const string Spectral = "@stoplight/spectral-cli@6.16.3";

        readonly string folder = Directory.CreateTempSubdirectory("lltp-lint-").FullName;

        public RunningHub Hub { get; } = new();

        public async ValueTask InitializeAsync()
        {
            await ForeignProgram.BuildAsync(folder, "npm", "install", "--no-audit", "--no-fund", "--no-save", "--prefix", folder, Spectral);
            await File.WriteAllTextAsync(Path.Combine(folder, ".spectral.yaml"), "extends: [\"spectral:oas\"]\n");
            await Hub.InitializeAsync();
        }

        internal async Task<Ran> RunAsync(string document)
        {
            var file = Path.Combine(folder, $"{Guid.CreateVersion7()}.json");
            await File.WriteAllTextAsync(file, document);
            return await ForeignProgram.RunAsync(
                Path.Combine(folder, "node_modules", ".bin", "spectral"), folder, ["lint", "--fail-severity", "warn", "-r", ".spectral.yaml", file]);
        }

        public async ValueTask DisposeAsync()
        {
            await Hub.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }
}
