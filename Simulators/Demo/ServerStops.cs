namespace LLTP.Hub.Simulators.Demo;

/// <summary>Stops of one server, one after the other, spread over the run.</summary>
/// <param name="count">How many there are to be.</param>
/// <param name="shift">Moves them against those of another server: 1 at even parts of the run, less sooner.</param>
/// <param name="stop">Does the stop of this turn; ends when the server is back.</param>
sealed class ServerStops(int count, double shift, Func<int, CancellationToken, Task> stop)
{
    Task stopping = Task.CompletedTask;

    public int Done { get; private set; }

    /// <summary>A trial with stops left has not shown what it should.</summary>
    public int Left => count - Done;

    /// <param name="progress">From 0 to 1.</param>
    public async Task ActWhenDueAsync(double progress, CancellationToken cancellation)
    {
        if (Left == 0 || !stopping.IsCompleted || progress * (count + 1) < Done + shift)
            return;
        await stopping;
        stopping = stop(Done++, cancellation);
    }

    /// <summary>Waits until the server is back.</summary>
    public Task EndAsync() => stopping;
}
