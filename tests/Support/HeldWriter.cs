using LLTP.Hub.Core.Store;

namespace LLTP.Hub.Tests.Support;

/// <summary>Keeps the only writer of a database busy until it is let go.</summary>
public sealed class HeldWriter : IDisposable
{
    readonly TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public HeldWriter(Database database) => Held = database.WriteAsync(HoldAsync, CancellationToken.None);

    public Task<bool> Held { get; }

    public void LetGo() => gate.TrySetResult();

    public void Dispose() => LetGo();

    async Task<bool> HoldAsync(Work work)
    {
        await gate.Task;
        return true;
    }
}
