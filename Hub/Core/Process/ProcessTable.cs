using LLTP.Hub.Core.Partners;
using static LLTP.Hub.Core.Process.DossierState;
using static LLTP.Hub.Core.Process.EventKind;

namespace LLTP.Hub.Core.Process;

/// <summary>The process of each profile as rows, those that profiles share written once. What is not in the table is not allowed.</summary>
public static class ProcessTable
{
    /// <summary>The ten steps of Quy trình 570/TTLLTPQG-QLHC: the Ministry of Justice issues and asks the police.</summary>
    public const string Quy570 = "570-2024";

    /// <summary>The police issue themselves: what they look up passes no hub.</summary>
    public const string Mps2026 = "mps-2026";

    static readonly ProcessRow[] Shared =
    [
        new([None], Submitted, Partner.Vneid, Registered, 2, [new(MessageKind.TthcDossier), Owed.Dvcqg()]),
        new([DossierState.SupplementAsked], Resubmitted, Partner.Vneid, Registered, 2, [new(MessageKind.TthcDossier), .. National()]),

        new([None], Submitted, Partner.Tthc, Registered, 2, [Owed.Dvcqg()]),
        new([DossierState.SupplementAsked], Resubmitted, Partner.Tthc, Registered, 2, [.. National()]),
        new([.. Enum.GetValues<DossierState>().Where(state => state != None)], Shown, Partner.Tthc, null, null, []),

        new([Registered], EventKind.Accepted, Partner.Tthc, DossierState.Accepted, 3,
        [
            Owed.Vneid(DossierState.Accepted), .. National(),
            new Owed(MessageKind.LltpDossier).If(When.LltpLacksDossier), new Owed(MessageKind.LltpUpdate).If(When.LltpHasDossier),
        ]),
        new([Registered], EventKind.Refused, Partner.Tthc, DossierState.Refused, 3,
            [Owed.Vneid(DossierState.Refused), .. National(), .. Stop()]) { WorkItem = WorkItemKind.RefundCase },

        new([Registered, DossierState.Accepted, InProcess], EventKind.SupplementAsked, Partner.Tthc, DossierState.SupplementAsked, null,
            [Owed.Vneid(DossierState.SupplementAsked), .. National(), new Owed(MessageKind.LltpPause).If(When.LltpHasDossier)]),
        new([InProcess], EventKind.SupplementAsked, Partner.Lltp, DossierState.SupplementAsked, null,
            [Owed.Vneid(DossierState.SupplementAsked), Owed.Tthc(), .. National()]),

        new([Registered, DossierState.Accepted, InProcess, DossierState.SupplementAsked], EventKind.Withdrawn, Partner.Tthc,
            DossierState.Withdrawn, null, [Owed.Vneid(DossierState.Withdrawn), .. National(), .. Stop()]),
        new([Registered, DossierState.Accepted, InProcess, DossierState.SupplementAsked], EventKind.Stopped, Partner.Tthc,
            DossierState.Stopped, null, [Owed.Vneid(DossierState.Stopped), .. National(), .. Stop()]),
        new([DossierState.SupplementAsked], EventKind.Stopped, Partner.Hub, DossierState.Stopped, null,
            [Owed.Vneid(DossierState.Stopped), Owed.Tthc(), .. National(), .. Stop()]),
        new([InProcess], EventKind.Stopped, Partner.Lltp, DossierState.Stopped, null,
            [Owed.Vneid(DossierState.Stopped), Owed.Tthc(), .. National(), Cancel()]),
        new([InProcess], EventKind.Refused, Partner.Lltp, DossierState.Refused, null,
            [Owed.Vneid(DossierState.Refused), Owed.Tthc(), .. National(), Cancel()]) { WorkItem = WorkItemKind.RefundCase },

        new([DossierState.Accepted], DossierReceived, Partner.Hub, InProcess, 5, [Owed.Vneid(InProcess), Owed.Tthc(), .. National()]),
        new([DossierState.Accepted], DossierRejected, Partner.Hub, null, 4, []) { WorkItem = WorkItemKind.PartnerRejected },
        new([DossierState.Accepted], UpdateConflict, Partner.Hub, null, 4, []) { WorkItem = WorkItemKind.PartnerConflict },
        new([DossierState.Accepted], CorrectedByHand, Partner.Hub, InProcess, 5, [Owed.Vneid(InProcess), Owed.Tthc(), .. National()]),

        new([InProcess], Issued, Partner.Lltp, Finished, 9,
            [new(MessageKind.VneidResult, Finished), new(MessageKind.TthcCertificate), .. National()]),
        new([Finished], ResultAcknowledged, Partner.Hub, DossierState.HandedOver, 10,
            [.. AfterIssue.HandingOver(), Owed.Tthc(), .. National()]) { UnlessPaper = true },
        new([Finished], EventKind.HandedOver, Partner.Tthc, DossierState.HandedOver, 10,
            [.. AfterIssue.HandingOver(), .. National()]),
        .. AfterIssue.Rows,
    ];

    /// <summary>The LLTP software has the police look a person up over the hub.</summary>
    static readonly ProcessRow[] Lookups =
    [
        new([InProcess], LookupAsked, Partner.Lltp, null, 6, [new(MessageKind.V06Lookup), Owed.Tthc()]),
        new([InProcess, DossierState.SupplementAsked], LookupTaken, Partner.Hub, null, 7, [Owed.Tthc()]),
        new([InProcess, DossierState.SupplementAsked], LookupInterim, Partner.V06, null, 7,
            [Owed.Vneid(InProcess).If(When.DueDateChanged), Owed.Tthc(), Owed.Dvcqg().If(When.DueDateChanged), new(MessageKind.LltpLookupResult)]),
        new([InProcess, DossierState.SupplementAsked], LookupAnswered, Partner.V06, null, 8,
        [
            new(MessageKind.LltpLookupResult), Owed.Tthc(),
            Owed.Vneid(InProcess).If(When.DueDateChanged), Owed.Dvcqg().If(When.DueDateChanged),
        ]),
    ];

    /// <summary>Every process that a dossier can be under, the oldest first.</summary>
    public static IReadOnlyList<ProcessProfile> Profiles { get; } =
    [
        new(Quy570, [.. Shared, .. Lookups.Select(row => row with { IsLookup = true })])
        {
            From = new(2024, 10, 1), Procedure = "2.000488", Owner = "Bộ Tư pháp (Trung tâm Lý lịch tư pháp quốc gia)", Issuer = "Sở Tư pháp",
            Source = "Quy trình 570/TTLLTPQG-QLHC ngày 20/9/2024; Phiếu do ngành Tư pháp cấp",
        },
        new(Mps2026, [.. Shared.Select(row => row with { Owes = [.. row.Owes.Where(owed => owed.Partner != Partner.V06)] })])
        {
            From = new(2025, 3, 1), Procedure = "3.000333", Owner = "Bộ Công an (V06)", Issuer = "Công an cấp tỉnh (PV06)",
            Source = "Chuyển nhiệm vụ quản lý LLTP sang Bộ Công an từ 1/3/2025; Luật sửa đổi Luật LLTP từ 1/7/2026; thủ tục 3.000333",
        },
    ];

    /// <exception cref="InvalidOperationException">There is no such profile in this release.</exception>
    public static ProcessProfile Of(string profile) => Find(profile) ?? throw new InvalidOperationException($"No process is called '{profile}'.");

    public static ProcessProfile? Find(string profile) => Profiles.FirstOrDefault(one => one.Name == profile);

    /// <summary>A message of a partner proves that it has these; a delivery of these kinds still in flight is then done.</summary>
    public static bool Presupposes(EventKind on, string from, string kind, DossierState? show) => (from, on) switch
    {
        (Partner.Vneid, Resubmitted) => kind == MessageKind.VneidState && show == DossierState.SupplementAsked,
        (Partner.Tthc, Shown) => false,
        (Partner.Tthc, EventKind.HandedOver) => kind is MessageKind.TthcDossier or MessageKind.TthcCertificate,
        (Partner.Tthc, _) => kind == MessageKind.TthcDossier,
        (Partner.Lltp, _) => MessageKind.IsLltpDossier(kind),
        (Partner.V06, _) => kind == MessageKind.V06Lookup,
        _ => false,
    };

    public static bool IsClosed(DossierState state) => state is DossierState.Refused or DossierState.Withdrawn or DossierState.Stopped;

    static Owed[] National() => [Owed.Dvcqg(), Owed.DvcqgProgress()];

    static Owed[] Stop() => [new Owed(MessageKind.LltpStop).If(When.LltpHasDossier), Cancel()];

    static Owed Cancel() => new Owed(MessageKind.V06Cancel).If(When.LookupOpen);
}
