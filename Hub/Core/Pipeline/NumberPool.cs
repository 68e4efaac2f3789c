using System.Data.Common;
using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Repair;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>Keeps so many numbers of TTHC ready; those of an earlier day are thrown away, since a number tells the day.</summary>
public sealed class NumberPool(Database database, TthcNumbers numbers, IOptions<NumberOptions> options, CoreLog log, TimeProvider clock) : BackgroundService
{
    static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    /// <summary>Fetches what is missing; returns how many came.</summary>
    public async Task<int> FillAsync(CancellationToken cancellation)
    {
        var day = DossierNumber.DayOf(Clock.Vietnam(clock.GetUtcNow().Ms()));
        var ready = await database.WriteAsync(async work =>
        {
            await work.DropPoolBeforeAsync(day);
            return await work.PoolSizeAsync();
        }, cancellation);
        var fetched = 0;
        for (var missing = options.Value.Pool - ready; missing > 0; missing--, fetched++)
        {
            if (await numbers.AskAsync(cancellation) is not { } number)
                break;
            await database.WriteAsync(work => work.PoolAsync(number, day, clock.GetUtcNow().Ms()), cancellation);
        }
        return fetched;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value is { Allocator: NumberAllocator.Hub } or { Pool: 0 })
            return;
        using var timer = new PeriodicTimer(Beat, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await FillOrLogAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The hub stops: numbers already fetched are on disk.
        }
    }

    async Task FillOrLogAsync(CancellationToken stopping)
    {
        try
        {
            await FillAsync(stopping);
        }
        catch (DbException failure)
        {
            log.NotStorable("tthc.numbers", failure.ErrorCode);
        }
    }
}
