using LLTP.Hub.Security;

namespace LLTP.Hub.Host.Verify;

/// <summary>Judges one body with its detached JWS, whatever request or answer it was made for.</summary>
static class JwsFileCheck
{
    static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    public static Verdict Run(string file, byte[] bytes, VerifyRequest request)
    {
        var verified = new JwsVerifier(request.Policy, Window).Verify(request.Signature, bytes, JwsSubject.Any, request.At);
        if (!verified.IsVerified) return Verdict.Bad(file, verified.Refusal.Reason, verified.Refusal.Sentence, "jws.");
        var signature = new SignatureView
        {
            Signer = SignerView.Of(verified.Signer), Algorithm = SignatureView.NameOf(verified.Algorithm), SigningTime = verified.Claims.IssuedAt,
            CoveredBytes = bytes.Length,
        };
        return Verdict.Good(file) with { Signatures = [signature] };
    }
}
