using System.Collections.Concurrent;
using LLTP.Hub.Core.Sharing;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>
/// Lets one copy of a message go first, on all nodes: the others wait for its end and then find its answer, all at once. The
/// database's locks and unique keys stay the truth.
/// </summary>
public sealed class InProgress(ISharing sharing, TimeProvider clock)
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    readonly ConcurrentDictionary<string, TaskCompletionSource> running = new();

    /// <summary>Null when an earlier copy is still in progress after two seconds.</summary>
    public async Task<IDisposable?> EnterAsync(string key, CancellationToken cancellation)
    {
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var deadline = clock.GetUtcNow() + Patience;
        var first = running.GetOrAdd(key, mine);
        if (first != mine)
            return await EndedAsync(first.Task, Patience, cancellation) ? Passage.Free : null;
        var turn = new Turn(running, sharing, key, mine);
        if (await ReserveAsync(key, turn.Token, deadline, cancellation))
            return turn;
        turn.Leave();
        return null;
    }

    async Task<bool> EndedAsync(Task other, TimeSpan left, CancellationToken cancellation) =>
        await Task.WhenAny(other, Task.Delay(left, clock, cancellation)) == other;

    async Task<bool> ReserveAsync(string key, string token, DateTimeOffset deadline, CancellationToken cancellation)
    {
        while (!await sharing.ReserveAsync(key, token))
        {
            if (clock.GetUtcNow() >= deadline || cancellation.IsCancellationRequested)
                return false;
            await Task.Delay(Pause, clock, CancellationToken.None);
        }
        return true;
    }

    /// <summary>Of a copy that came second: it holds nobody up.</summary>
    sealed class Passage : IDisposable
    {
        public static Passage Free { get; } = new();

        public void Dispose()
        {
        }
    }

    sealed class Turn(
        ConcurrentDictionary<string, TaskCompletionSource> running, ISharing sharing, string key, TaskCompletionSource mine) : IDisposable
    {
        public string Token { get; } = Guid.CreateVersion7().ToString("N");

        public void Leave()
        {
            running.TryRemove(key, out _);
            mine.TrySetResult();
        }

        public void Dispose()
        {
            sharing.Release(key, Token);
            Leave();
        }
    }
}
