using System.Reflection;

namespace LLTP.Hub.Core.Store;

/// <summary>Versioned SQL files, applied once each, in order, inside one transaction that keeps other processes out.</summary>
static class Schema
{
    static readonly Assembly Here = typeof(Schema).Assembly;

    public static IReadOnlyList<string> Versions { get; } =
        [.. Here.GetManifestResourceNames().Where(name => name.StartsWith("schema/0", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <exception cref="InvalidOperationException">The file was written by a newer program.</exception>
    public static async Task UpgradeAsync(Work work)
    {
        await work.ExecuteAsync("CREATE TABLE IF NOT EXISTS schema_version (name TEXT PRIMARY KEY)");
        var applied = await work.ListAsync<string>("SELECT name FROM schema_version ORDER BY name");
        if (applied.Except(Versions).FirstOrDefault() is { } newer)
            throw new InvalidOperationException($"The database has schema {newer}, which this program does not know. Install the newer program.");
        foreach (var version in Versions.Except(applied))
        {
            await work.ExecuteAsync(work.Dialect.Translate(Text(version)));
            await work.ExecuteAsync("INSERT INTO schema_version (name) VALUES (@version)", new { version });
        }
        await work.ExecuteAsync(Text($"schema/{work.Dialect.Name}.sql"));
    }

    static string Text(string resource)
    {
        using var stream = Here.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"Missing resource {resource}.");
        return new StreamReader(stream).ReadToEnd();
    }
}
