namespace LLTP.Hub.Core.Pipeline;

/// <summary>How long the commits of the last ten seconds took, those that still wait included; bounded.</summary>
public sealed class CommitTimes(TimeProvider clock)
{
    const int Kept = 4096;
    static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    readonly Lock gate = new();
    readonly Queue<(DateTimeOffset At, TimeSpan Took)> ended = [];
    readonly HashSet<Commit> waiting = [];

    public IDisposable Begin()
    {
        var commit = new Commit(this, clock.GetUtcNow());
        lock (gate)
            waiting.Add(commit);
        return commit;
    }

    public TimeSpan P95()
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            while (ended.TryPeek(out var oldest) && now - oldest.At > Window)
                ended.Dequeue();
            TimeSpan[] times = [.. ended.Select(one => one.Took).Concat(waiting.Select(one => now - one.Begun)).Order()];
            return times.Length == 0 ? TimeSpan.Zero : times[(int)((times.Length - 1) * 0.95)];
        }
    }

    void End(Commit commit)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            if (!waiting.Remove(commit))
                return;
            ended.Enqueue((now, now - commit.Begun));
            if (ended.Count > Kept)
                ended.Dequeue();
        }
    }

    sealed class Commit(CommitTimes times, DateTimeOffset begun) : IDisposable
    {
        public DateTimeOffset Begun => begun;

        public void Dispose() => times.End(this);
    }
}
