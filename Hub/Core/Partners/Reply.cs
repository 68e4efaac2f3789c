namespace LLTP.Hub.Core.Partners;

/// <summary>What happened on the wire, before anybody judges what it means.</summary>
public enum Transport
{
    /// <summary>Name, connect or TLS handshake failed, or the breaker is open: nothing was written.</summary>
    NothingSent,

    /// <summary>Timeout, cut or reset after the first byte was written.</summary>
    Broken,

    /// <summary>An answer came whose body cannot be read: empty, HTML, or not in the contract.</summary>
    Unreadable,

    /// <summary>An answer in the contract's words.</summary>
    Readable,

    /// <summary>The delivery could not be mapped; nothing was sent.</summary>
    NotMapped,
}

/// <summary>What came back from one attempt: transport, HTTP status, the partner's code and text, and the proof to keep.</summary>
/// <param name="Transport">How far the attempt got.</param>
/// <param name="Status">HTTP status, when there was one.</param>
/// <param name="Code">The partner's code; for NotMapped the path of the field, and what a catalogue lacks.</param>
/// <param name="Text">The partner's words; never stored outside the sealed payloads.</param>
public sealed record Reply(Transport Transport, int? Status = null, string? Code = null, string? Text = null)
{
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the answer is a SOAP fault, and whose.</summary>
    public SoapFault Fault { get; init; }

    /// <summary>SHA-256 of the bytes that were sent, lower-case hex.</summary>
    public string? SentHash { get; init; }

    /// <summary>A signed answer, kept as evidence.</summary>
    public ReadOnlyMemory<byte> Evidence { get; init; }

    /// <summary>The partner's own number for the dossier, where its answer names one.</summary>
    public string? PartnerId { get; init; }

    public static Reply NothingSent(string code) => new(Transport.NothingSent, Code: code);

    public static Reply NotMapped(string path) => new(Transport.NotMapped, Code: path);
}

public enum SoapFault
{
    None,
    Client,
    Server,
}
