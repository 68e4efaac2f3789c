using System.Globalization;
using System.Reflection;

namespace LLTP.Hub.Core.Store;

/// <summary>
/// Versioned SQL files, applied once each, in the order of their numbers, each with its entry in one transaction under a lock:
/// processes that start together wait for each other, and whoever dies in the middle leaves whole versions behind.
/// </summary>
static class Schema
{
    static readonly Assembly Here = typeof(Schema).Assembly;

    public static IReadOnlyList<string> Versions { get; } =
        [.. Here.GetManifestResourceNames().Where(name => name.StartsWith("schema/0", StringComparison.Ordinal)).OrderBy(Number)];

    /// <exception cref="StoreRefusedException">The database was written by a newer program.</exception>
    public static async Task UpgradeAsync(Database database)
    {
        while (await database.WriteAsync(UpgradeOneAsync, CancellationToken.None))
            KillPoint.Pass(KillPoint.SchemaApplied);
    }

    static async Task<bool> UpgradeOneAsync(Work work)
    {
        await work.LockAsync("schema");
        await work.ExecuteAsync("CREATE TABLE IF NOT EXISTS schema_version (name TEXT PRIMARY KEY)");
        var applied = await work.ListAsync<string>("SELECT name FROM schema_version");
        if (applied.Except(Versions).FirstOrDefault() is { } newer)
            throw new StoreRefusedException("Newer", newer);
        if (Versions.Except(applied).FirstOrDefault() is not { } version)
            return false;
        await work.ExecuteAsync(work.Dialect.Translate(Text(version)));
        await work.ExecuteAsync(Text($"schema/{work.Dialect.Name}.sql"));
        await work.ExecuteAsync("INSERT INTO schema_version (name) VALUES (@version)", new { version });
        KillPoint.Pass(KillPoint.SchemaApplying);
        return true;
    }

    static int Number(string resource) => int.Parse(resource["schema/".Length..resource.IndexOf('-', StringComparison.Ordinal)], CultureInfo.InvariantCulture);

    static string Text(string resource)
    {
        using var stream = Here.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"Missing resource {resource}.");
        return new StreamReader(stream).ReadToEnd();
    }
}
