using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Diagnostics;

namespace LLTP.Hub.Tests.Sizes;

/// <summary>Every statement that the store issues on one database while this listens, with the values of its first use.</summary>
sealed class IssuedStatements : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    static readonly string[] Planned = ["SELECT", "INSERT", "UPDATE", "DELETE", "WITH"];

    readonly ConcurrentDictionary<string, IReadOnlyList<IssuedValue>> statements = new();
    readonly ConcurrentBag<IDisposable> subscriptions = [];
    readonly string place;

    /// <param name="place">The file of SQLite, or the name of the database in PostgreSQL.</param>
    public IssuedStatements(string place)
    {
        this.place = place;
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public IReadOnlyDictionary<string, IReadOnlyList<IssuedValue>> All => statements;

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "LLTP.Hub.Store")
            subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is DbCommand { Connection: { } connection } command && (connection.DataSource == place || connection.Database == place)
            && Planned.Any(word => command.CommandText.TrimStart().StartsWith(word, StringComparison.Ordinal)))
            statements.TryAdd(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(one => new IssuedValue(one.ParameterName, one.DbType, one.Value))]);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        foreach (var subscription in subscriptions)
            subscription.Dispose();
    }
}

/// <summary>A parameter of a statement.</summary>
public sealed record IssuedValue(string Name, DbType Type, object? Value);
