using LLTP.Hub.Core.Store;

namespace LLTP.Hub.Tests.Support;

/// <summary>Keeps everybody else from writing to a database until it is let go: the only writer, or the tables that every message needs.</summary>
public sealed class HeldWriter : IDisposable
{
    readonly TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource holds = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public HeldWriter(Database database) => Held = database.WriteAsync(HoldAsync, CancellationToken.None);

    public Task<bool> Held { get; }

    /// <summary>Ends when nobody else can write any more.</summary>
    public Task Holds => holds.Task;

    public void LetGo() => gate.TrySetResult();

    public void Dispose() => LetGo();

    async Task<bool> HoldAsync(Work work)
    {
        if (work.Dialect.HasManyWriters)
            await work.ExecuteAsync("LOCK TABLE dossier, delivery, event IN EXCLUSIVE MODE");
        holds.TrySetResult();
        await gate.Task;
        return true;
    }
}
