using System.Collections.Concurrent;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>A bounded set of running tasks; tells when one ended while all were taken.</summary>
sealed class Slots(int size, Action freed)
{
    readonly ConcurrentDictionary<Task, byte> running = new();
    int taken;

    public int Free => size - Volatile.Read(ref taken);

    public void Start(Func<Task> body)
    {
        Interlocked.Increment(ref taken);
        var task = RunAsync(body);
        running[task] = 0;
        task.ContinueWith(ended => running.TryRemove(ended, out _), TaskScheduler.Default);
    }

    public Task EmptyAsync() => Task.WhenAll(running.Keys);

    async Task RunAsync(Func<Task> body)
    {
        await Task.Yield();
        try
        {
            await body();
        }
        catch (OperationCanceledException)
        {
            // The hub stops: what was in flight is settled by its lease.
        }
        finally
        {
            if (Interlocked.Decrement(ref taken) == size - 1)
                freed();
        }
    }
}
