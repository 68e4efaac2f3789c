using Microsoft.Data.Sqlite;

namespace LLTP.Hub.Benchmarks;

/// <summary>What one dossier needed on average, counted in the database that a trial left behind.</summary>
sealed class DossierCounts : IDisposable
{
    const string ByHand = "door IS NOT NULL";
    const string Signed = "partner IN ('lltp', 'v06')";
    const string WithApplication = "kind IN ('tthc.dossier', 'lltp.dossier', 'lltp.update', 'v06.lookup')";

    readonly SqliteConnection connection;
    readonly double dossiers;

    public DossierCounts(string file)
    {
        connection = new($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        dossiers = Number("SELECT count(*) FROM dossier");
    }

    /// <summary>Messages taken in at the doors, and numbers given out.</summary>
    public double Taken => Per($"SELECT count(*) FROM event WHERE {ByHand}");

    public double Numbers => Per("SELECT count(*) FROM number_issued");

    /// <summary>Attempts sent to partners.</summary>
    public double Sent => Per("SELECT sum(attempt) FROM delivery");

    /// <summary>Each signed exchange is one signature made and one verified, whoever began it.</summary>
    public double SignedExchanges => Per($"SELECT (SELECT sum(attempt) FROM delivery WHERE {Signed}) + (SELECT count(*) FROM event WHERE {Signed} AND {ByHand})");

    /// <summary>Readings of a whole application: at the door, and for each message that carries it.</summary>
    public double ApplicationsRead => Per($"SELECT (SELECT count(*) FROM dossier_version) + (SELECT sum(attempt) FROM delivery WHERE {WithApplication})");

    /// <summary>Writings of a whole application: into the store, and to TTHC.</summary>
    public double ApplicationsWritten => Per("SELECT (SELECT count(*) FROM dossier_version) + (SELECT sum(attempt) FROM delivery WHERE kind = 'tthc.dossier')");

    public double ApplicationBytes => Number("SELECT avg(size) FROM payload JOIN dossier_version ON content = hash");

    public double PayloadBytes => Per("SELECT sum(size) FROM payload");

    public void Dispose() => connection.Dispose();

    double Per(string sql) => Number(sql) / dossiers;

    double Number(string sql)
    {
        using var command = new SqliteCommand(sql, connection);
        return Convert.ToDouble(command.ExecuteScalar(), null);
    }
}
