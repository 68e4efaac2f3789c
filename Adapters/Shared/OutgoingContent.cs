using LLTP.Hub.Core.Partners;
using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Adapters.Shared;

/// <summary>Opens what a delivery carries.</summary>
static class OutgoingContent
{
    /// <exception cref="InvalidOperationException">The delivery was owed without a certificate: a bug.</exception>
    public static async Task<Certificate> CertificateAsync(this Outgoing outgoing, CancellationToken cancellation) =>
        (await outgoing.IssueAsync(cancellation)).Certificate;

    /// <exception cref="InvalidOperationException">The delivery was owed without a certificate: a bug.</exception>
    public static async Task<Issue> IssueAsync(this Outgoing outgoing, CancellationToken cancellation) =>
        await outgoing.Source.Content(cancellation) as Issue
        ?? throw new InvalidOperationException($"Delivery {outgoing.DeliveryId} ({outgoing.Kind}) has no certificate.");

    /// <exception cref="InvalidOperationException">The delivery was owed without a decision: a bug.</exception>
    public static async Task<CertificateDecision> DecisionAsync(this Outgoing outgoing, CancellationToken cancellation) =>
        await outgoing.Source.Content(cancellation) as CertificateDecision
        ?? throw new InvalidOperationException($"Delivery {outgoing.DeliveryId} ({outgoing.Kind}) has no decision.");

    public static IEnumerable<FileRef> Files(this Certificate certificate) =>
        certificate.RevokeDecision is { } decision ? [certificate.Pdf, decision] : [certificate.Pdf];

    public static IEnumerable<FileRef> Files(this Application application) => application.Attachments.Select(attachment => attachment.File);

    /// <summary>Null when the partner answers anything at all over HTTP.</summary>
    public static async Task<string?> CheckAsync(this PartnerLine line, Uri? endpoint, CancellationToken cancellation)
    {
        if (endpoint is null)
            return "not configured";
        var answer = await line.SendAsync(new(HttpMethod.Get, endpoint, default, ""), cancellation);
        return answer.Status is null ? answer.Why ?? answer.Transport.ToString() : null;
    }
}
