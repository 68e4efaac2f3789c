using System.Collections.Concurrent;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>Keeps copies of one message from being worked on at the same time; the database's unique keys stay the truth.</summary>
public sealed class InProgress(TimeProvider clock)
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    readonly ConcurrentDictionary<string, TaskCompletionSource> running = new();

    /// <summary>Null when an earlier copy is still in progress after two seconds.</summary>
    public async Task<IDisposable?> EnterAsync(string key, CancellationToken cancellation)
    {
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var deadline = clock.GetUtcNow() + Patience;
        while (!running.TryAdd(key, mine))
        {
            var left = deadline - clock.GetUtcNow();
            if (left <= TimeSpan.Zero || (running.TryGetValue(key, out var other) && !await EndedAsync(other.Task, left, cancellation)))
                return null;
        }
        return new Turn(this, key, mine);
    }

    async Task<bool> EndedAsync(Task other, TimeSpan left, CancellationToken cancellation) =>
        await Task.WhenAny(other, Task.Delay(left, clock, cancellation)) == other;

    sealed class Turn(InProgress owner, string key, TaskCompletionSource mine) : IDisposable
    {
        public void Dispose()
        {
            owner.running.TryRemove(key, out _);
            mine.TrySetResult();
        }
    }
}
