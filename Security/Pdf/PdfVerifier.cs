namespace LLTP.Hub.Security;

/// <summary>Verifies the signatures of a PDF file (adbe.pkcs7.detached and ETSI.CAdES.detached) up to 10 MiB; never throws for what a file holds.</summary>
public static class PdfVerifier
{
    public const int MostBytes = 10 * 1024 * 1024;

    /// <summary>Believes the file when all its signatures hold, their certificates are trusted at that time, and the last covers the whole file.</summary>
    public static PdfVerification Verify(ReadOnlyMemory<byte> file, Trust trust, DateTimeOffset at)
    {
        if (file.Length > MostBytes) return PdfVerification.Refused(PdfRefusalCode.TooLarge);
        if (!file.Span.StartsWith("%PDF-"u8)) return PdfVerification.Refused(PdfRefusalCode.NotPdf);
        var (found, refusal) = PdfScan.Run(file.Span);
        if (refusal is not null) return PdfVerification.Refused(refusal);
        // A document time stamp is the authority's word about a time, not the issuing unit's about the content.
        var dictionaries = found.Where(one => one.Type != PdfSignatureDictionary.DocumentTimestamp).ToList();
        if (dictionaries.Count == 0) return PdfVerification.Refused(PdfRefusalCode.SignatureMissing);
        var signatures = dictionaries.ConvertAll(one => PdfSignatureCheck.Run(file, one, trust, at));
        return new(signatures, Judge(signatures, file.Length));
    }

    static PdfRefusal? Judge(List<PdfSignature> signatures, long length)
    {
        if (signatures.Find(signature => signature.Refusal is not null) is { } refused) return refused.Refusal;
        var covered = signatures.Max(signature => signature.CoveredEnd);
        return covered == length ? null : PdfRefusal.Changed(covered, length);
    }
}
