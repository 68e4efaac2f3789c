namespace LLTP.Hub.Core.Store;

/// <summary>Which versions of PostgreSQL the hub's SQL was written and tried for. Pure.</summary>
public static class PostgresVersion
{
    const int OldestMajor = 15;

    public static bool IsTooOld(Version server) => server.Major < OldestMajor;
}
