namespace LLTP.Hub.Mappings.Canonical;

/// <summary>What a catalogue lacks: the code of a catalogue that has no word on a contract. Codes are no personal data.</summary>
public sealed record CatalogueGap(string Catalogue, string Code, string Contract)
{
    const int LongestCode = 20;

    /// <summary>Null for what is no code: a field may hold anything that somebody typed.</summary>
    public static CatalogueGap? Of(string catalogue, string? code, string contract) =>
        code is { Length: > 0 and <= LongestCode } && code.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' or '*')
            ? new(catalogue, code, contract)
            : null;

    /// <summary>The three words with which a person adds what is missing.</summary>
    public override string ToString() => $"{Catalogue} {Code} {Contract}";
}
