using LLTP.Hub.Security;

namespace LLTP.Hub.Adapters.Shared;

/// <summary>Whose certificates count in one place: pinned ones, and what authorities issued.</summary>
public class TrustOptions
{
    /// <summary>PEM files of the certificates themselves; two during a rollover.</summary>
    public IReadOnlyList<string> CertificateFiles { get; init; } = [];

    /// <summary>PEM files of authorities: at least one root; intermediates named beside it are the only ones a chain may run through.</summary>
    public IReadOnlyList<string> CaFiles { get; init; } = [];

    /// <summary>Revocation lists of the authorities: files, or addresses that the hub may call. Addresses in certificates are never called.</summary>
    public IReadOnlyList<string> Crl { get; init; } = [];

    /// <summary>What happens while no current list is at hand.</summary>
    public CrlFallback OnCrlUnavailable { get; init; } = CrlFallback.Refuse;

    /// <summary>What must stand in a certificate, as in "O=Bộ Tư pháp"; without it every certificate of the authority counts.</summary>
    public IReadOnlyList<string> SubjectMustContain { get; init; } = [];

    public bool NamesNobody() => CertificateFiles.Count + CaFiles.Count == 0;

    /// <summary>Whether whoever has any certificate of the authority is taken for the partner.</summary>
    public bool TakesAnySubject() => CaFiles.Count > 0 && SubjectMustContain.Count == 0;

    /// <summary>All that is wrong, by the name of the setting.</summary>
    /// <param name="authorities">What the setting of the authorities is called in this place.</param>
    public IEnumerable<(string Name, string Problem)> TrustProblems(string authorities = nameof(CaFiles)) =>
        CertificateFiles.Select(CertificateFile.Problem).OfType<string>().Select(problem => (nameof(CertificateFiles), problem))
            .Concat(AuthorityProblems().Select(problem => (authorities, problem)))
            .Concat(CrlProblems(authorities).Select(problem => (nameof(Crl), problem)))
            .Concat(SubjectMustContain.Where(text => SubjectRule.Read(text) is null)
                .Select(text => (nameof(SubjectMustContain), $"'{text}' must be as O=Bộ Tư pháp, CN=LLTP* or certificate=0A1B.")));

    List<string> AuthorityProblems()
    {
        var problems = CaFiles.Select(CertificateFile.Problem).OfType<string>().ToList();
        if (problems.Count == 0 && CaFiles.Count > 0 && Authorities.Problem(CertificateFile.ReadAll(CaFiles)) is { } unfit)
            problems.Add(unfit);
        return problems;
    }

    IEnumerable<string> CrlProblems(string authorities)
    {
        if (Crl.Count > 0 && CaFiles.Count == 0)
            yield return $"is of no use without {authorities}: a pinned certificate is ended by taking its file away.";
        if (Crl.Count == 0 && CaFiles.Count > 0 && OnCrlUnavailable == CrlFallback.Refuse)
            yield return $"is empty, so every certificate of {authorities} would be refused: name the lists, or set OnCrlUnavailable to Accept.";
        foreach (var source in Crl.Where(source => !RevocationFetch.IsAddress(source) && !File.Exists(source)))
            yield return $"'{source}' is neither an http address nor a file.";
    }
}

/// <summary>Whether a certificate counts while it cannot be known whether it was revoked.</summary>
public enum CrlFallback { Refuse, Accept }
