namespace LLTP.Hub.Core.Store.Tables;

/// <summary>Catalogues that people entered, as JSON files; the newest of each name is in force.</summary>
public static class CatalogueRows
{
    public static Task<int> StoreCatalogueAsync(this Work work, StoredCatalogue row) => work.ExecuteAsync(
        "INSERT INTO catalogue (event_seq, name, version, bytes) VALUES (@EventSeq, @Name, @Version, @Bytes)", row);

    public static Task<IReadOnlyList<StoredCatalogue>> CataloguesAsync(this Work work) => work.ListAsync<StoredCatalogue>(
        """
        SELECT c.event_seq, c.name, c.version, c.bytes FROM catalogue c
        WHERE c.event_seq = (SELECT max(n.event_seq) FROM catalogue n WHERE n.name = c.name)
        """);

    /// <summary>What the newest entry is called; 0 while only those shipped are in force.</summary>
    public static Task<long> LatestCatalogueAsync(this Work work) => work.FirstAsync<long>("SELECT COALESCE(max(event_seq), 0) FROM catalogue");
}

/// <summary>One version of one catalogue.</summary>
public sealed record StoredCatalogue
{
    public long EventSeq { get; init; }
    public string Name { get; init; } = "";
    public string Version { get; init; } = "";
    public byte[] Bytes { get; init; } = [];
}
