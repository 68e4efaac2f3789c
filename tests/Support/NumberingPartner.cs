using System.Collections.Concurrent;
using LLTP.Hub.Core.Partners;

namespace LLTP.Hub.Tests.Support;

/// <summary>A scripted TTHC system that gives numbers, or does not answer.</summary>
public sealed class NumberingPartner() : ScriptedPartner(Partner.Tthc), INumberingPartner
{
    readonly ConcurrentQueue<string> numbers = new();
    readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsSilent { get; set; }

    public Task WasAsked => asked.Task;

    public void Gives(params string[] given) => Array.ForEach(given, numbers.Enqueue);

    public async Task<string?> NextNumberAsync(CancellationToken cancellation)
    {
        asked.TrySetResult();
        if (IsSilent)
            await Task.Delay(Timeout.Infinite, cancellation);
        return numbers.TryDequeue(out var number) ? number : null;
    }
}
