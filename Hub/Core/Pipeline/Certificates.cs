using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>Keeps the list of a dossier's certificates in step with its events.</summary>
static class Certificates
{
    public static async Task FollowAsync(Work work, string dossier, Happening happening, long seq, DateTimeOffset at)
    {
        if (happening.Content is Issue issue)
            await IssueAsync(work, dossier, issue, seq, at);
        if (happening.Content is not CertificateDecision decision)
            return;
        await work.InsertDecisionAsync(new()
        {
            Dossier = dossier, Number = decision.Number, Kind = decision.Type.ToString(), DecidedOn = ((DateOnly?)decision.Date).Text() ?? "",
            Certificate = decision.Certificate, Sha256 = decision.File.Sha256, Partner = happening.From, At = at.Ms(), EventSeq = seq,
        });
        await work.KnowCertificateAsync(dossier, decision.Certificate, seq, at.Ms());
        await work.MarkCertificateAsync(dossier, decision.Certificate, StatusAfter(decision.Type), happening.ContentPayload);
    }

    /// <summary>Hash of the content that a delivery carries.</summary>
    public static string? ContentOf(string kind, DossierFile file, DossierRow row, Happening happening) => kind switch
    {
        MessageKind.VneidResult or MessageKind.TthcCertificate => row.Certificate,
        MessageKind.VneidDecision when happening.Content is not CertificateDecision => file.Certificate?.Decision,
        _ => happening.ContentPayload,
    };

    static async Task IssueAsync(Work work, string dossier, Issue issue, long seq, DateTimeOffset at)
    {
        var certificate = issue.Certificate;
        await work.InsertCertificateAsync(new()
        {
            Dossier = dossier, Number = certificate.Number, Sha256 = certificate.Pdf.Sha256, IssuedOn = certificate.IssuedOn.Value?.ToString(),
            Replaces = issue.Replaces, At = at.Ms(), EventSeq = seq,
        });
        if (issue.Replaces is not { } old)
            return;
        await work.KnowCertificateAsync(dossier, old, seq, at.Ms());
        await work.ReplaceCertificateAsync(dossier, old, certificate.Number);
    }

    static string StatusAfter(DecisionKind kind) => kind switch
    {
        DecisionKind.Supplement => CertificateStatus.Supplemented,
        DecisionKind.Correction => CertificateStatus.Corrected,
        DecisionKind.Revocation => CertificateStatus.Revoked,
        _ => CertificateStatus.Cancelled,
    };
}
