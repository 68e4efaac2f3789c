namespace LLTP.Hub.Security;

/// <summary>A protected header of the agreed form; everything else is refused before anything is computed.</summary>
sealed record JwsHeader(SignatureAlgorithm Algorithm, string KeyId, JwsClaims Claims, JwsSubject Subject)
{
    const int LongestId = 128;

    /// <summary>What the header brings in x5c, the signer's certificate first: a hint, which the kid must name and the trust must know.</summary>
    public ShownCertificates? Certificates { get; private init; }

    public static (JwsHeader? Header, JwsRefusalCode Code) Read(byte[] json)
    {
        var (members, code) = JwsMembers.Read(json);
        if (members is null) return (null, code);
        if (Forbidden(members) is { } forbidden) return (null, forbidden);
        if (SignatureAlgorithm.OfJws(members.Text("alg") ?? "") is not { } algorithm) return (null, JwsRefusalCode.AlgorithmNotAllowed);
        if (members.Text("kid") is not { } key || !IsFingerprint(key) || IsOther(members, "x5t#S256", key))
            return (null, JwsRefusalCode.KeyUnknown);
        if (ClaimsOf(members) is not { } claims) return (null, JwsRefusalCode.ClaimMissing);
        if (SubjectOf(members) is not { } subject) return (null, JwsRefusalCode.OtherMessage);
        var shown = Shown(members);
        return members.Has("x5c") && shown is null
            ? (null, JwsRefusalCode.Malformed)
            : (new(algorithm, key, claims, subject) { Certificates = shown }, default);
    }

    static JwsRefusalCode? Forbidden(JwsMembers members) =>
        members.Has("crit", "b64", "zip", "enc") ? JwsRefusalCode.CriticalNotUnderstood
        : members.Has("jwk", "jku", "x5u") ? JwsRefusalCode.KeyInMessage
        : members.Has("typ") && !"JOSE".Equals(members.Text("typ"), StringComparison.OrdinalIgnoreCase) ? JwsRefusalCode.TypeNotAllowed
        : null;

    // 32 bytes in base64url: no path, no query, nothing to look up anywhere but among the partner's certificates.
    static bool IsFingerprint(string key) => key.Length == 43 && Base64UrlText.Decode(key) is not null;

    static bool IsOther(JwsMembers members, string name, string expected) => members.Has(name) && members.Text(name) != expected;

    static JwsClaims? ClaimsOf(JwsMembers members) =>
        members.Time("iat") is { } issued && members.Time("exp") is { } expires
        && members.Text("jti") is { Length: > 0 and <= LongestId } id
        && id.All(letter => letter is > ' ' and <= '~') && (!members.Has("nbf") || members.Time("nbf") is not null)
            ? new(id, issued, expires, members.Time("nbf"))
            : null;

    static JwsSubject? SubjectOf(JwsMembers members)
    {
        string[] names = ["htm", "htu", "idk", "req"];
        return names.Any(name => members.Has(name) && members.Text(name) is null)
            ? null
            : JwsSubject.Signed(members.Text("htm"), members.Text("htu"), members.Text("idk"), members.Text("req"));
    }

    static ShownCertificates? Shown(JwsMembers members)
    {
        var chain = members.Texts("x5c")?.Select(Certificate).ToList();
        return chain is [{ } signer, .. var others] && !others.Contains(null) ? new(signer, [.. others.OfType<byte[]>()]) : null;
    }

    static byte[]? Certificate(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
    }
}
