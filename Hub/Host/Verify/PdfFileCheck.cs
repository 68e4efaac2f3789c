using LLTP.Hub.Security;

namespace LLTP.Hub.Host.Verify;

/// <summary>Judges one signed PDF file.</summary>
static class PdfFileCheck
{
    public static Verdict Run(string file, byte[] bytes, VerifyRequest request)
    {
        var judged = PdfVerifier.Verify(bytes, request.Trust, request.At);
        var verdict = judged.Refusal is { } refusal ? Verdict.Bad(file, refusal.Reason, refusal.Sentence) : Verdict.Good(file);
        return verdict with { Signatures = [.. judged.Signatures.Select(View)] };
    }

    static SignatureView View(PdfSignature signature) => new()
    {
        Code = signature.Refusal?.Reason, Signer = SignerView.Of(signature.Signer), Algorithm = SignatureView.NameOf(signature.Algorithm),
        SigningTime = signature.SigningTime, Timestamp = signature.Timestamp?.Time, TimestampAuthority = signature.Timestamp?.Authority.Subject,
        CoveredBytes = signature.CoveredEnd,
    };
}
