using System.ComponentModel.DataAnnotations;

namespace LLTP.Hub.Core.Options;

public enum StoreKind
{
    Sqlite,
    Postgres,
}

/// <summary>Which database keeps everything.</summary>
public sealed class StoreOptions : IValidatableObject
{
    public const string Section = "Store";

    /// <summary>Sqlite: one file (Data) for one process. Postgres: PostgreSQL 15 or later for several.</summary>
    [EnumDataType(typeof(StoreKind), ErrorMessage = "Store:Kind must be Sqlite or Postgres.")]
    public StoreKind Kind { get; init; } = StoreKind.Sqlite;

    /// <summary>File with the connection string of PostgreSQL, as in Host=10.0.0.5;Database=lltp;Username=lltp;Password=…</summary>
    public string? ConnectionStringFile { get; init; }

    /// <summary>How long a start waits for a server that does not answer yet.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan StartPatience { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Transactions at once; as many connections again serve readers.</summary>
    [Range(2, 200)]
    public int Connections { get; init; } = 16;

    /// <summary>How often a node tells the shared timetable that it lives; after some three times this long others take over.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan CheckIn { get; init; } = TimeSpan.FromSeconds(5);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Kind == StoreKind.Postgres && PostgresConnection.Problem(ConnectionStringFile) is { } problem)
            yield return new($"Store:{nameof(ConnectionStringFile)}: {problem}", [nameof(ConnectionStringFile)]);
    }
}
