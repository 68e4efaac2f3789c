using LLTP.Hub.Core.Pipeline;

namespace LLTP.Hub.Core.Partners;

/// <summary>A door that can read a message again which the hub kept: for release from quarantine, and to judge an edited one as the original was.</summary>
public interface IKeptMessages
{
    /// <summary>Whether messages of this door (vneid.TaoHoSo, lltp.push …) are read here.</summary>
    bool Reads(string door);

    /// <summary>The message carries its sender's signature: nobody else may change it.</summary>
    bool IsSigned { get; }

    /// <summary>Judges the bytes as they were judged when they came; a signature counts if it was good at that time.</summary>
    Task<Reread> ReadAsync(KeptMessage kept, CancellationToken cancellation);
}

/// <summary>A message as the hub kept it.</summary>
/// <param name="Keys">Identities that the sender gave it outside its body; empty when none is known.</param>
public sealed record KeptMessage(string Door, string? Dossier, ReadOnlyMemory<byte> Bytes, DateTimeOffset At, IReadOnlyList<string> Keys);

/// <summary>The message as its door hands it to the pipeline, or why it does not.</summary>
public sealed record Reread(Incoming? Message, Failure? Refusal)
{
    public static Reread Of(Incoming message) => new(message, null);

    public static Reread No(Failure refusal) => new(null, refusal);
}
