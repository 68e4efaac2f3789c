using System.Collections.Concurrent;

namespace LLTP.Hub.Simulators.Common;

/// <summary>An event of a partner that the hub answered positively: the hub now owes its effect.</summary>
sealed record Promise(string Partner, string Dossier, string Event, DateTimeOffset At);

/// <summary>What the partners saw, in the order they saw it. Counts are taken from here, never from the hub.</summary>
/// <param name="recognises">Whether a partner recognises a repeated message; where it does not, a repeat takes effect again.</param>
sealed class Journal(TimeProvider clock, Func<string, bool> recognises)
{
    readonly ConcurrentQueue<Effect> effects = new();
    readonly ConcurrentDictionary<(string Partner, string DedupeKey), byte> seen = new();
    readonly ConcurrentQueue<Promise> promises = new();
    readonly ConcurrentDictionary<(string Partner, string Dossier), int> misorders = new();
    readonly ConcurrentDictionary<string, int> troubles = new(StringComparer.Ordinal);
    long ordinal;
    long repeats;
    long lastActivity = clock.GetTimestamp();

    public IReadOnlyCollection<Effect> Effects => effects;

    public IReadOnlyCollection<Promise> Promises => promises;

    /// <summary>Messages that arrived before what had to precede them, and were refused, per dossier and partner.</summary>
    public IReadOnlyDictionary<(string Partner, string Dossier), int> Misorders => misorders;

    /// <summary>Refusals and failures worth reading, with how often they happened; no personal data.</summary>
    public IReadOnlyDictionary<string, int> Troubles => troubles;

    /// <summary>Requests sent again, by either side, because the sender could not know that it was done.</summary>
    public long Repeats => Interlocked.Read(ref repeats);

    public TimeSpan Quiet => clock.GetElapsedTime(Interlocked.Read(ref lastActivity));

    /// <summary>True when this is a new effect; false when the contract recognises a repeat, which is counted.</summary>
    public bool Record(string partner, string dossier, string kind, string identity, string dedupeKey, int? state = null, int visit = 1)
    {
        if (!seen.TryAdd((partner, dedupeKey), 0))
        {
            Repeat();
            if (recognises(partner))
                return false;
        }
        var next = Interlocked.Increment(ref ordinal);
        effects.Enqueue(new(partner, dossier, kind, identity, dedupeKey, state, visit, clock.GetUtcNow(), next));
        Touch();
        return true;
    }

    /// <summary>Where a partner recognises repeats by other means than the journal.</summary>
    public bool Recognises(string partner) => recognises(partner);

    /// <summary>Counts a repeat that was recognised before it became an effect. Always false.</summary>
    public bool Repeat()
    {
        Interlocked.Increment(ref repeats);
        return false;
    }

    public void Promised(string partner, string dossier, string happened)
    {
        promises.Enqueue(new(partner, dossier, happened, clock.GetUtcNow()));
        Touch();
    }

    public void Misordered(string partner, string dossier, string what)
    {
        misorders.AddOrUpdate((partner, dossier), 1, (_, n) => n + 1);
        Trouble(partner, "out of order: " + what);
    }

    public void Trouble(string partner, string what) => troubles.AddOrUpdate($"{partner}: {what}", 1, (_, n) => n + 1);

    /// <summary>Something happens: quiet is counted from now on.</summary>
    public void Touch() => Interlocked.Exchange(ref lastActivity, clock.GetTimestamp());
}
