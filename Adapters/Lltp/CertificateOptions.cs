namespace LLTP.Hub.Adapters.Lltp;

/// <summary>Whether the certificates (PDF) that the LLTP software issues carry a digital signature of the issuing unit, and whose.</summary>
public sealed class CertificateOptions
{
    public CertificateSignature Signature { get; init; } = CertificateSignature.Off;

    /// <summary>PEM files of the certificates with which the issuing unit and its officers sign; two each during a rollover.</summary>
    public IReadOnlyList<string> CertificateFiles { get; init; } = [];

    public IEnumerable<string> Problems()
    {
        if (Signature != CertificateSignature.Off && CertificateFiles.Count == 0)
            yield return $"CertificateFiles is empty: Signature is {Signature}, so name the certificates with which the issuing unit signs.";
        foreach (var missing in CertificateFiles.Where(file => !File.Exists(file)))
            yield return $"CertificateFiles: there is no file '{missing}'.";
    }
}

/// <summary>Not looked at; judged and written into the history; or needed, and without it the certificate is refused.</summary>
public enum CertificateSignature { Off, Record, Required }
