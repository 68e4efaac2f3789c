namespace LLTP.Hub.Core.Pipeline;

/// <summary>Whether a message may come in now: the hub can keep it and is not stopping, and no copy of it is being worked on.</summary>
public sealed class Admission(Pressure pressure, InProgress inProgress)
{
    /// <summary>Why nothing is taken now, for the sender; null when messages are taken.</summary>
    public Failure? Refusal => pressure.Reason is null ? null : Failure.Of(FailureCode.NotStorable);

    /// <summary>Null when an earlier copy is still in progress, here or on another node, after two seconds.</summary>
    public Task<IDisposable?> EnterAsync(Incoming message, CancellationToken cancellation) =>
        inProgress.EnterAsync($"{message.Partner} {(message.Keys is [var key, ..] ? key : message.ContentHash)}", cancellation);

    /// <summary>Measures a commit; ends when disposed.</summary>
    public IDisposable Committing() => pressure.Committing();
}
