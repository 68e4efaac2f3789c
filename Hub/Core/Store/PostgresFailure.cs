using System.Data.Common;
using Npgsql;

namespace LLTP.Hub.Core.Store;

/// <summary>Which failures of PostgreSQL say nothing about the transaction itself: it is run again, a bounded number of times.</summary>
static class PostgresFailure
{
    const int Attempts = 8;
    const int AttemptsAtUniqueKeys = 3;

    public static async Task<T> RepeatAsync<T>(Func<Task<T>> once, Func<DbException, int, bool> mayRunAgain, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await once();
            }
            catch (DbException failure) when (attempt < Attempts && mayRunAgain(failure, attempt))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(1, 5 << attempt)), cancellation);
            }
        }
    }

    /// <summary>
    /// Conflicts between transactions, a row that another transaction inserted first, a statement prepared before an upgrade,
    /// and a connection that was gone before the commit was sent.
    /// </summary>
    public static bool MayRunAgain(DbException failure, int attempt) => failure switch
    {
        OutcomeUnknownException => false,
        OvertakenException => true,
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => attempt < AttemptsAtUniqueKeys,
        PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.FeatureNotSupported } => true,
        _ => IsAway(failure),
    };

    /// <summary>The server does not answer, or not yet.</summary>
    public static bool IsAway(DbException failure) => failure is PostgresException said
        ? said.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
            or PostgresErrorCodes.TooManyConnections || said.SqlState.StartsWith("08", StringComparison.Ordinal)
        : failure is NpgsqlException { InnerException: not TimeoutException };
}
