using LLTP.Hub.Core.Partners;
using static LLTP.Hub.Core.Process.DossierState;

namespace LLTP.Hub.Core.Process;

/// <summary>
/// What can still happen to an issued certificate (Luật Lý lịch tư pháp, Điều 50), alike in every profile: decisions and re-issues.
/// They keep the state; each display shows the certificate with what was decided about it.
/// </summary>
static class AfterIssue
{
    public static IReadOnlyList<ProcessRow> Rows { get; } =
    [
        new([Finished, HandedOver], EventKind.Decided, Partner.Tthc, null, null,
            [new(MessageKind.VneidDecision), new(MessageKind.LltpDecision), .. Portal()]),
        new([Finished, HandedOver], EventKind.Decided, Partner.Lltp, null, null,
            [new(MessageKind.VneidDecision), new(MessageKind.TthcDecision), .. Portal()]),
        new([Finished, HandedOver], EventKind.Reissued, Partner.Lltp, null, null,
            [new(MessageKind.VneidResult), new(MessageKind.TthcCertificate), .. Portal()]),
    ];

    /// <summary>State 10 with the certificate; one that was revoked or cancelled meanwhile is not shown again, the decision goes in its place.</summary>
    public static Owed[] HandingOver() =>
    [
        new Owed(MessageKind.VneidResult, HandedOver).If(When.CertificateInForce),
        new Owed(MessageKind.VneidDecision, HandedOver).If(When.CertificateEnded),
    ];

    // The portal's dossier has the applicant's name: of an erased or imported dossier only the line can be written.
    static Owed[] Portal() => [Owed.Dvcqg().If(When.ContentHeld), Owed.DvcqgProgress()];
}
