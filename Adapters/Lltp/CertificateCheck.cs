using LLTP.Hub.Adapters.Shared;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Texts;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Security;

namespace LLTP.Hub.Adapters.Lltp;

/// <summary>Judges the signature in a certificate (PDF) when the LLTP software issues it, where the issuing unit signs.</summary>
public sealed class CertificateCheck(CertificateOptions options, PartnerTrusts trusts, TimeProvider clock)
{
    readonly Lazy<Trust> trust = new(() => trusts.Of(options));

    /// <summary>The message with what was found, and with an objection where a signature is required and does not hold.</summary>
    public Incoming Judge(Incoming message)
    {
        var wanted = options.Signature;
        if (wanted == CertificateSignature.Off || message.Content is not Issue issue)
            return message;
        var pdf = message.Files.First(file => file.Sha256 == issue.Certificate.Pdf.Sha256).Bytes;
        var refusal = PdfVerifier.Verify(pdf, trust.Value, clock.GetUtcNow()).Refusal;
        return message with
        {
            Finding = $"PdfSignature:{refusal?.Reason ?? "Valid"}",
            Objection = refusal is null || wanted != CertificateSignature.Required ? null : Objection(refusal),
        };
    }

    static Failure Objection(PdfRefusal refusal) => new(
        FailureCode.CertificateRefused,
        Text.Vietnamese("failure.CertificateRefused", Text.Find($"refusal.{refusal.Reason}")?.Vietnamese ?? refusal.Sentence),
        Text.English("failure.CertificateRefused", refusal.Sentence));
}
