using LLTP.Hub.Core.Store;

namespace LLTP.Hub.Tests.Support;

sealed class SqliteTestDatabase : TestDatabase
{
    readonly string folder = Directory.CreateTempSubdirectory("lltp-hub-").FullName;

    string FilePath => Path.Combine(folder, "hub.db");

    public override Task<Database> OpenAsync() => Database.OpenAsync(FilePath);

    public override async Task<Database> OpenAsAfterKillAsync()
    {
        var copy = Path.Combine(folder, "killed.db");
        foreach (var suffix in (string[])["", "-wal"])
            File.Copy(FilePath + suffix, copy + suffix);
        return await Database.OpenAsync(copy);
    }

    protected override Task RemoveAsync()
    {
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }
}
