namespace LLTP.Hub.Tests.Support;

/// <summary>A clock that stands until a test moves it; its timers fire when it passes them.</summary>
public sealed class ManualClock(DateTimeOffset start) : TimeProvider
{
    readonly Lock gate = new();
    readonly List<ManualTimer> timers = [];
    DateTimeOffset now = start;

    /// <summary>A Monday, 08:00 by the clocks of Asia/Ho_Chi_Minh.</summary>
    public ManualClock() : this(new(2026, 6, 1, 1, 0, 0, TimeSpan.Zero))
    {
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return now;
    }

    public void Advance(TimeSpan time) => Set(GetUtcNow() + time);

    public void Set(DateTimeOffset time)
    {
        List<ManualTimer> due;
        lock (gate)
        {
            now = time;
            due = timers.FindAll(timer => timer.DueAt <= now);
            timers.RemoveAll(timer => due.Contains(timer) && !timer.GoesOn());
        }
        due.ForEach(timer => timer.Fire());
    }

    /// <summary>Timers that somebody waits for.</summary>
    public int Waiting
    {
        get
        {
            lock (gate)
                return timers.Count;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    sealed class ManualTimer(ManualClock clock, Action fire) : ITimer
    {
        TimeSpan period;

        public DateTimeOffset DueAt { get; private set; }

        public void Fire() => fire();

        /// <summary>Moves a periodic timer to its next time.</summary>
        public bool GoesOn()
        {
            DueAt = clock.now + period;
            return period > TimeSpan.Zero;
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                clock.timers.Remove(this);
                this.period = period;
                if (dueTime == Timeout.InfiniteTimeSpan)
                    return true;
                DueAt = clock.now + dueTime;
                clock.timers.Add(this);
                return true;
            }
        }

        public void Dispose()
        {
            lock (clock.gate)
                clock.timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
