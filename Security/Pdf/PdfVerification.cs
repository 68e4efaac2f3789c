using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography.X509Certificates;

namespace LLTP.Hub.Security;

/// <summary>The judgement on a PDF file: every signature in the order of the file, and the reason why the file is not believed.</summary>
public sealed record PdfVerification(IReadOnlyList<PdfSignature> Signatures, PdfRefusal? Refusal)
{
    /// <summary>The signature that covers the whole file.</summary>
    public PdfSignature? Last => Signatures.MaxBy(signature => signature.CoveredEnd);

    /// <summary>Every signature holds, and the last one covers each byte but its own value.</summary>
    [MemberNotNullWhen(true, nameof(Last))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsVerified => Refusal is null;

    internal static PdfVerification Refused(PdfRefusal refusal) => new([], refusal);

    internal static PdfVerification Refused(PdfRefusalCode code) => Refused(PdfRefusal.Of(code));
}

/// <summary>One signature of a PDF file: it covers the bytes from 0 to CoveredEnd but its own value.</summary>
public sealed record PdfSignature(long CoveredEnd)
{
    /// <summary>Null when the signature is intact and its certificate trusted.</summary>
    public PdfRefusal? Refusal { get; init; }

    /// <summary>The certificate that came with the signature; to be believed only without a refusal.</summary>
    public X509Certificate2? Signer { get; init; }

    public SignatureAlgorithm? Algorithm { get; init; }

    /// <summary>When the signer says it signed.</summary>
    public DateTimeOffset? SigningTime { get; init; }

    public PdfTimestamp? Timestamp { get; init; }
}

/// <summary>An RFC 3161 time stamp that belongs to the signature; the authority is named, not judged.</summary>
public sealed record PdfTimestamp(DateTimeOffset Time, X509Certificate2 Authority);
