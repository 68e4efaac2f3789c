using System.Xml.Linq;
using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Lltp;

/// <summary>What the agency does with a certificate that it has issued: a decision (traQuyetDinh), a new one in its place, or both in this order.</summary>
sealed class LltpAfterwards(SimulatorKit kit, LltpPush push)
{
    static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        [DecisionKinds.Supplement] = "BoSung", [DecisionKinds.Correction] = "DinhChinh",
        [DecisionKinds.Revocation] = "ThuHoi", [DecisionKinds.Cancellation] = "HuyBo",
    };

    /// <param name="signed">Who does it and when, made anew for each message.</param>
    public async Task FollowAsync(
        LltpDossier dossier, LltpCertificate first, Aftermath aftermath, Func<XElement[]> signed, CancellationToken cancellation)
    {
        var file = dossier.Case;
        await aftermath.DueAsync(file, cancellation);
        if (aftermath is { Kind: { } kind, By: Partners.Lltp })
            await DecideAsync(file, kind, first, signed, cancellation);
        else if (aftermath.Kind is not null)
            await file.Decided.WaitAsync(cancellation);
        if (aftermath.Reissues)
            await ReissueAsync(dossier, first, signed, cancellation);
        file.TellAllTold();
    }

    async Task DecideAsync(DossierCase file, string kind, LltpCertificate first, Func<XElement[]> signed, CancellationToken cancellation)
    {
        var decision = DecisionPaper.Make(kit, file, kind, first.Serial);
        file.Change(papers => papers.Owe(decision.Paper, Partners.Places));
        XElement[] content =
        [
            T("loaiQuyetDinh", Words[kind]), T("soQuyetDinh", decision.Number), T("ngayQuyetDinh", decision.Day.ToString("dd'/'MM'/'yyyy", null)),
            T("soPhieuLLTP", first.Serial), T("trichYeu", "Thông tin trên Phiếu không đúng"), T("tepQuyetDinh", Convert.ToBase64String(decision.Pdf)),
            .. signed(),
        ];
        await push.SendAsync(file.Number, Happenings.DecidedByLltp, "traQuyetDinh", content, cancellation);
    }

    async Task ReissueAsync(LltpDossier dossier, LltpCertificate first, Func<XElement[]> signed, CancellationToken cancellation)
    {
        var second = new LltpCertificate(dossier, kit.Options, 2);
        var paper = new Paper(null, second.Serial, first.Serial, second.Sha256);
        dossier.Case.Change(papers => papers.Owe(paper, Partners.Places));
        dossier.Case.Keep(Partners.Lltp, second.Sha256);
        await push.SendAsync(dossier.Number, Happenings.Reissued, "traPhieuLLTP",
            [T("soPhieuThayThe", first.Serial), second.ToElement(), .. signed()], cancellation);
    }

    static XElement T(string name, object value) => new(LltpNames.T + name, value);
}
