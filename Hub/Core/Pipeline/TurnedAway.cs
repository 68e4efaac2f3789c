namespace LLTP.Hub.Core.Pipeline;

/// <summary>A message that a door or the pipeline turns away. Bytes are kept only when the sender was authenticated (Partner is set).</summary>
public sealed record TurnedAway(string Door, string? Partner, string? Dossier, string? Address, ReadOnlyMemory<byte> Bytes, Failure Failure)
{
    /// <summary>Size on the wire when the bytes were not read to the end.</summary>
    public long? Size { get; init; }

    /// <summary>SHA-256 of what was read and thrown away, lower-case hex.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Identities that the sender gave the message, kept with its bytes.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>It was let out of the quarantine and turned away again: it is still there.</summary>
    public bool IsKeptAlready { get; init; }

    public static TurnedAway Of(Incoming message, Failure failure) =>
        new(message.Door, message.Partner, message.Dossier, message.Address, message.Original, failure)
        {
            Keys = message.Keys, IsKeptAlready = message.Release is not null,
        };
}
