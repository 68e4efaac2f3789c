namespace LLTP.Hub.Core.Store;

/// <summary>Where the databases differ in words.</summary>
/// <param name="Identity">Type of a key that the database counts up.</param>
/// <param name="LockRow">Appended to a read that must keep other transactions away from the row.</param>
/// <param name="SkipLocked">Appended to a claim so that nodes do not wait for each other.</param>
public sealed record Dialect(string Name, string Identity, string Blob, string LockRow, string SkipLocked)
{
    /// <summary>SQLite has one writer at a time: rows need no locks of their own.</summary>
    public static Dialect Sqlite { get; } = new("sqlite", "INTEGER PRIMARY KEY AUTOINCREMENT", "BLOB", "", "");

    public string Translate(string schema) => schema.Replace("{identity}", Identity, StringComparison.Ordinal)
        .Replace("{blob}", Blob, StringComparison.Ordinal);
}
