using System.Net;
using System.Net.Http.Headers;
using LLTP.Hub.Core.Partners;

namespace LLTP.Hub.Adapters.Shared;

/// <summary>One request to a partner.</summary>
public sealed record PartnerCall(HttpMethod Method, Uri Address, ReadOnlyMemory<byte> Body, string MediaType)
{
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];
}

/// <summary>What came back on the wire; the body is bounded.</summary>
public sealed record PartnerAnswer(Transport Transport, int? Status, ReadOnlyMemory<byte> Body)
{
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Why nothing was sent, in one word.</summary>
    public string? Why { get; init; }

    /// <summary>The reply when the body says nothing in the contract's words.</summary>
    public Reply Unreadable => new(Transport == Transport.Readable ? Transport.Unreadable : Transport, Status, Why) { RetryAfter = RetryAfter };

    public Reply Readable(string? code, string? text) => new(Transport.Readable, Status, code, text) { RetryAfter = RetryAfter };

    /// <summary>The reply in the contract's words, or unreadable where the body has none.</summary>
    public Reply Read((string? Code, string? Text)? words) => words is { Code: not null } said ? Readable(said.Code, said.Text) : Unreadable;
}
