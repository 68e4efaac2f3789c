namespace LLTP.Hub.Scheduler;

/// <summary>Where the timetable's state is kept, read from the section Store: with PostgreSQL all nodes share it, else each process has its own.</summary>
public sealed class JobStoreOptions
{
    public const string Section = "Store";

    /// <summary>Postgres, or anything else for the memory of this process.</summary>
    public string Kind { get; init; } = "";

    /// <summary>File with the connection string of PostgreSQL.</summary>
    public string? ConnectionStringFile { get; init; }

    /// <summary>How often a node says that it lives; after about three times this long without it the others take over.</summary>
    public TimeSpan CheckIn { get; init; } = TimeSpan.FromSeconds(5);

    public string? SharedFile => Kind.Equals("Postgres", StringComparison.OrdinalIgnoreCase) ? ConnectionStringFile : null;
}
