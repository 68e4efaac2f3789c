using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using Microsoft.Extensions.Options;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>Forgets what is older than the retention period, in short transactions that let others through.</summary>
public sealed class Retention(Database database, IOptions<RetentionOptions> options, TimeProvider clock)
{
    const int AtOnce = 1000;

    /// <summary>Forgets identities of messages, at most so many; returns how many.</summary>
    public async Task<int> PurgeAsync(int atMost, CancellationToken cancellation)
    {
        var before = (clock.GetUtcNow() - options.Value.Messages).Ms();
        var forgotten = 0;
        while (forgotten < atMost)
        {
            var limit = Math.Min(AtOnce, atMost - forgotten);
            var count = await database.WriteAsync(work => work.ForgetSeenAsync(before, limit), cancellation);
            forgotten += count;
            if (count < limit)
                break;
        }
        return forgotten;
    }
}
