namespace LLTP.Hub.Security;

/// <summary>
/// What a signature is for, because an arbitrary body names neither the door it is meant for nor the request it answers: htm and htu as
/// in RFC 9449, idk the Idempotency-Key of the request, req the jti of the request that is answered.
/// </summary>
public sealed record JwsSubject
{
    JwsSubject()
    {
    }

    /// <summary>For archives and tools only: matches whatever a signature was made for.</summary>
    public static JwsSubject Any { get; } = new();

    internal string? Method { get; private init; }

    internal string? Address { get; private init; }

    internal string? IdempotencyKey { get; private init; }

    internal string? Answers { get; private init; }

    /// <param name="address">
    /// Absolute address without query and fragment. A verifier that does not know its public name gives the path alone: then only paths
    /// are compared.
    /// </param>
    public static JwsSubject Request(string method, string address, string? idempotencyKey) =>
        new() { Method = method, Address = address, IdempotencyKey = idempotencyKey };

    /// <param name="requestId">The jti of the signed request.</param>
    public static JwsSubject Answer(string requestId) => new() { Answers = requestId };

    /// <summary>Whether a signature that was made for the other subject counts for this one.</summary>
    internal bool Covers(JwsSubject signed) => this == Any
        || (Method == signed.Method && IdempotencyKey == signed.IdempotencyKey && Answers == signed.Answers
            && CoversAddress(signed.Address));

    internal static JwsSubject Signed(string? method, string? address, string? idempotencyKey, string? answers) =>
        new() { Method = method, Address = address, IdempotencyKey = idempotencyKey, Answers = answers };

    // Exact characters, nothing normalised: two readings of one address are one too many.
    bool CoversAddress(string? signed) => Address is null || signed is null || !Address.StartsWith('/')
        ? Address == signed
        : PathOf(signed) == Address;

    static string? PathOf(string address)
    {
        var authority = address.IndexOf("://", StringComparison.Ordinal);
        var path = authority < 0 ? -1 : address.IndexOf('/', authority + 3);
        return path < 0 ? null : address[path..];
    }
}
