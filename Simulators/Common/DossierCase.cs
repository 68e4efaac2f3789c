namespace LLTP.Hub.Simulators.Common;

/// <summary>A state as one display shows it.</summary>
sealed record Shown(int State, DateTimeOffset At);

/// <summary>One dossier: the officers' intention, the three displays and each side's certificate. Safe for many threads.</summary>
sealed class DossierCase(string number, Scenario scenario, Origin origin, Aftermath? aftermath, TimeProvider clock, Action whenFinished)
{
    readonly Lock gate = new();
    readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource told = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly List<(string Display, int State, TaskCompletionSource Seen)> watchers = [];
    readonly TaskCompletionSource decided = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly Papers papers = new();
    readonly Dictionary<string, List<Shown>> displays = origin.Displays().ToDictionary(d => d, _ => new List<Shown>());
    readonly Dictionary<string, string> certificates = [];

    public string Number { get; } = number;

    public Scenario Scenario { get; } = scenario;

    public Origin Origin { get; } = origin;

    /// <summary>What happens after the issue; null when nothing does.</summary>
    public Aftermath? Aftermath { get; } = aftermath;

    /// <summary>Touched only under the gate.</summary>
    public Papers Papers => papers;

    /// <summary>Ends when all displays hold the scenario's states, whatever comes afterwards.</summary>
    public Task AtItsEnd => ended.Task;

    /// <summary>Ends when the hub has taken the decision about the certificate.</summary>
    public Task Decided => decided.Task;

    public void TellDecided() => decided.TrySetResult();

    /// <summary>Ends when the hub has taken everything that follows the issue.</summary>
    public Task AllTold => told.Task;

    public void TellAllTold() => told.TrySetResult();

    /// <summary>Ends when a display shows this state.</summary>
    public Task ShownAsync(string display, int state)
    {
        lock (gate)
        {
            if (displays[display] is [.., var last] && last.State == state)
                return Task.CompletedTask;
            var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            watchers.Add((display, state, seen));
            return seen.Task;
        }
    }

    /// <summary>Held by a partner while it judges and applies one message of this dossier.</summary>
    public Lock Gate => gate;

    public DateTimeOffset? SubmittedAt { get; set; }

    /// <summary>Whether the hub has taken the first submission.</summary>
    public bool Accepted { get; set; }

    /// <summary>Code of the procedure under which the national portal first saw it.</summary>
    public string? Procedure { get; set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>Ends when all displays hold the end state of the scenario with the same list of states.</summary>
    public Task Finished => done.Task;

    /// <summary>The last state on a display, 0 when it shows nothing yet.</summary>
    public int Last(string display)
    {
        lock (gate)
            return displays.GetValueOrDefault(display) is [.., var last] ? last.State : 0;
    }

    public int[] States(string display)
    {
        lock (gate)
            return [.. (displays.GetValueOrDefault(display) ?? []).Select(s => s.State)];
    }

    public Shown[] Timeline(string display)
    {
        lock (gate)
            return [.. displays[display]];
    }

    /// <summary>How many submissions a display has seen.</summary>
    public int Visit(string display)
    {
        lock (gate)
            return Math.Max(1, displays[display].Count(s => s.State == 1));
    }

    /// <summary>Whether a display has shown this state since the last submission.</summary>
    public bool HoldsInVisit(string display, int state)
    {
        lock (gate)
        {
            var list = displays[display];
            return list.FindLastIndex(s => s.State == state) is var at && at >= 0 && at >= list.FindLastIndex(s => s.State == 1);
        }
    }

    /// <summary>Puts a state on a display; equal neighbours are one state.</summary>
    public void Show(string display, int state)
    {
        lock (gate)
        {
            if (displays[display] is not [.., var last] || last.State != state)
                displays[display].Add(new(state, clock.GetUtcNow()));
            foreach (var watcher in watchers.Where(one => one.Display == display && one.State == state))
                watcher.Seen.TrySetResult();
            Judge();
        }
    }

    /// <summary>A display loses everything that it showed.</summary>
    public void Clear(string display)
    {
        lock (gate)
            displays[display].Clear();
    }

    /// <summary>Takes a decision back that the hub refused.</summary>
    public void TakeBack(string display, int state)
    {
        lock (gate)
        {
            if (displays[display] is [.., var last] list && last.State == state)
                list.RemoveAt(list.Count - 1);
        }
    }

    /// <summary>Keeps the hash of the certificate that a side (VNeID, TTHC, or LLTP as the issuer) holds.</summary>
    public void Keep(string side, string sha256)
    {
        lock (gate)
        {
            certificates[side] = sha256;
            Judge();
        }
    }

    /// <summary>A side has to hold, or holds, what was decided or issued after the first certificate.</summary>
    public void Change(Action<Papers> change)
    {
        lock (gate)
        {
            change(papers);
            Judge();
        }
    }

    public string? Certificate(string side)
    {
        lock (gate)
            return certificates.GetValueOrDefault(side);
    }

    void Judge()
    {
        if (FinishedAt is not null || !IsAtItsEnd())
            return;
        ended.TrySetResult();
        if (!papers.AreHeld(PapersExpected))
            return;
        FinishedAt = clock.GetUtcNow();
        whenFinished();
        done.TrySetResult();
    }

    int PapersExpected => (Aftermath is { Kind: not null } ? 1 : 0) + (Aftermath is { Reissues: true } ? 1 : 0);

    bool IsAtItsEnd()
    {
        return displays.All(display => display.Value.Select(s => s.State).SequenceEqual(Origin.States(Scenario, display.Key)))
            && (Scenario.EndState() != 10 || SameCertificate());
    }

    bool SameCertificate() => certificates.GetValueOrDefault(Partners.Lltp) is { } issued
        && (!displays.ContainsKey(Partners.Vneid) || certificates.GetValueOrDefault(Partners.Vneid) == issued)
        && certificates.GetValueOrDefault(Partners.Tthc) == issued;
}
