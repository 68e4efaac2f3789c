using LLTP.Hub.Core.Store;
using Xunit;
using Xunit.v3;

namespace LLTP.Hub.Tests.Support;

/// <summary>A real database of one test: a file in a folder of its own, or a database of its own in the run's PostgreSQL.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    Database? database;

    public Database Database => database ?? throw new InvalidOperationException("The database is not open.");

    public static Task<TestDatabase> SqliteAsync() => OpenAsync(new SqliteTestDatabase());

    public static Task<TestDatabase> PostgresAsync() => OpenAsync(new PostgresTestDatabase());

    /// <summary>The database that the running test class asks for with <see cref="OnPostgresAttribute"/>; SQLite without it.</summary>
    public static Task<TestDatabase> OfRunningTestAsync() => IsOnPostgres ? PostgresAsync() : SqliteAsync();

    public async Task ReopenAsync()
    {
        await Database.DisposeAsync();
        database = await OpenAsync();
    }

    /// <summary>What another process would find if this one were killed now.</summary>
    public abstract Task<Database> OpenAsAfterKillAsync();

    /// <summary>A second node on the same data.</summary>
    public abstract Task<Database> OpenAsync();

    public async ValueTask DisposeAsync()
    {
        if (database is not null)
            await database.DisposeAsync();
        await RemoveAsync();
    }

    protected virtual Task CreateAsync() => Task.CompletedTask;

    protected abstract Task RemoveAsync();

    static bool IsOnPostgres => TestContext.Current.TestClass is IXunitTestClass running
        && running.Class.IsDefined(typeof(OnPostgresAttribute), inherit: false);

    static async Task<TestDatabase> OpenAsync(TestDatabase data)
    {
        await data.CreateAsync();
        data.database = await data.OpenAsync();
        return data;
    }
}

/// <summary>The tests of this class run on PostgreSQL.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OnPostgresAttribute : Attribute;
