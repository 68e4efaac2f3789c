namespace LLTP.Hub.Simulators.Common;

/// <summary>What officers and citizens do by themselves, beside any request.</summary>
sealed class Errands(Journal journal, CancellationToken stopping)
{
    int running;

    public int Running => Volatile.Read(ref running);

    public CancellationToken Stopping => stopping;

    /// <summary>Starts work in the background after a delay; a failure is written into the journal.</summary>
    public void Start(string partner, TimeSpan delay, Func<CancellationToken, Task> work)
    {
        Interlocked.Increment(ref running);
        _ = RunAsync(partner, delay, work);
    }

    async Task RunAsync(string partner, TimeSpan delay, Func<CancellationToken, Task> work)
    {
        try
        {
            await Task.Delay(delay, stopping);
            await work(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The run is over.
        }
        catch (Exception failure)
        {
            // Nobody awaits an errand: what goes wrong in it must be seen in the report instead of being lost.
            journal.Trouble(partner, $"errand failed: {failure.GetType().Name}: {failure.Message}");
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }
    }
}
