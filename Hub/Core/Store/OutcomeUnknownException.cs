using System.Data.Common;

namespace LLTP.Hub.Core.Store;

/// <summary>The connection broke in the commit: the transaction may be stored or not.</summary>
public sealed class OutcomeUnknownException(Exception broken) : DbException("The connection broke during the commit.", broken);
