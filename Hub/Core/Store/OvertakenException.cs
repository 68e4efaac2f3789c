using System.Data.Common;

namespace LLTP.Hub.Core.Store;

/// <summary>Thrown by a transaction that another one overtook in something it rests on: PostgreSQL runs it again, and it sees the other's work.</summary>
public sealed class OvertakenException() : DbException("Another transaction was faster.");
