using LLTP.Hub.Core.Store;

namespace LLTP.Hub.Tests.Support;

/// <summary>A real database of one test, in a folder of its own.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    readonly string folder;

    TestDatabase(string folder, Database database) => (this.folder, Database) = (folder, database);

    public Database Database { get; private set; }

    string File => FileIn(folder);

    public static async Task<TestDatabase> SqliteAsync()
    {
        var folder = Directory.CreateTempSubdirectory("lltp-hub-").FullName;
        return new(folder, await Database.OpenAsync(FileIn(folder)));
    }

    public async Task ReopenAsync()
    {
        await Database.DisposeAsync();
        Database = await Database.OpenAsync(File);
    }

    /// <summary>What another process would find if this one were killed now.</summary>
    public async Task<Database> OpenAsAfterKillAsync()
    {
        var copy = Path.Combine(folder, "killed.db");
        foreach (var suffix in (string[])["", "-wal"])
            System.IO.File.Copy(File + suffix, copy + suffix);
        return await Database.OpenAsync(copy);
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    static string FileIn(string folder) => Path.Combine(folder, "hub.db");
}
