namespace LLTP.Hub.Simulators.Common;

/// <summary>Sends the partners' messages to the hub through a bad network, again and again until the answer is final.</summary>
sealed class HubCaller(SimulatorOptions options, Journal journal, Faults faults, Errands errands) : IDisposable
{
    static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    readonly HubLine line = new(options, faults);

    public async Task<HubOutcome> SendAsync(HubCall call, CancellationToken cancellation)
    {
        var pause = FirstPause;
        for (var attempt = 1; ; attempt++)
        {
            var reply = await TryAsync(call, cancellation);
            var verdict = reply is null ? Verdict.Again : call.Read(reply);
            if (reply is not null && verdict != Verdict.Again)
                return Conclude(call, new(verdict, reply, attempt));
            journal.Repeat();
            await Task.Delay(faults.Jitter(Longer(pause, reply?.RetryAfter)), cancellation);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    public void Dispose() => line.Dispose();

    HubOutcome Conclude(HubCall call, HubOutcome outcome)
    {
        if (outcome.Verdict == Verdict.Refused)
            journal.Trouble(call.Partner, $"the hub refused {call.Event ?? "a question"} with HTTP {outcome.Reply.Status}");
        else if (call.Event is { } happened)
            journal.Promised(call.Partner, call.Dossier, happened);
        return outcome;
    }

    /// <summary>Null when no answer came.</summary>
    Task<HubReply?> TryAsync(HubCall call, CancellationToken cancellation) => faults.Draw() switch
    {
        FaultKind.Unavailable => Task.FromResult<HubReply?>(null),
        FaultKind.TimeoutBefore => LoseAsync(options.Patience, cancellation),
        FaultKind.TimeoutAfter => SendAndLoseAsync(call, cancellation),
        FaultKind.ConnectionCut when faults.Coin() => line.CutBeforeEndAsync(call.Build(), cancellation),
        FaultKind.ConnectionCut => line.CutAfterEndAsync(call.Build(), cancellation),
        FaultKind.Garbage => GarbledAsync(call, cancellation),
        FaultKind.DuplicateOrLate => TwiceAsync(call, cancellation),
        _ => line.SendAsync(call.Build(), cancellation),
    };

    static async Task<HubReply?> LoseAsync(TimeSpan patience, CancellationToken cancellation)
    {
        await Task.Delay(patience, cancellation);
        return null;
    }

    async Task<HubReply?> SendAndLoseAsync(HubCall call, CancellationToken cancellation)
    {
        await line.SendAsync(call.Build(), cancellation);
        return await LoseAsync(options.Patience, cancellation);
    }

    async Task<HubReply?> GarbledAsync(HubCall call, CancellationToken cancellation)
    {
        if (faults.Coin())
            await line.SendAsync(call.Build(), cancellation);
        return null;
    }

    Task<HubReply?> TwiceAsync(HubCall call, CancellationToken cancellation)
    {
        var later = faults.Coin() ? TimeSpan.Zero : faults.Between(200, 1500);
        journal.Repeat();
        errands.Start(call.Partner, later, stopping => line.SendAsync(call.Build(), stopping));
        return line.SendAsync(call.Build(), cancellation);
    }

    static TimeSpan Longer(TimeSpan pause, TimeSpan? asked) => asked > pause ? asked.Value : pause;
}
