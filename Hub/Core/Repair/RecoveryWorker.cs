using System.Data.Common;
using Microsoft.Extensions.Hosting;

namespace LLTP.Hub.Core.Repair;

/// <summary>Works off recovery tasks, also those that a killed process left in the middle.</summary>
public sealed class RecoveryWorker(RecoveryTasks tasks, CoreLog log, TimeProvider clock) : BackgroundService
{
    static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            while (!stoppingToken.IsCancellationRequested)
                if (!await StepAsync(stoppingToken))
                    await Task.Delay(Idle, clock, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The hub stops: the task goes on at the next start.
        }
    }

    // A database that is busy or briefly gone, or a task cancelled in the middle of a step: the step is tried again.
    async Task<bool> StepAsync(CancellationToken stopping)
    {
        try
        {
            return await tasks.StepAsync(stopping);
        }
        catch (Exception failure) when (failure is DbException or InvalidOperationException)
        {
            log.WorkerFailed("recovery", failure);
            return false;
        }
    }
}
