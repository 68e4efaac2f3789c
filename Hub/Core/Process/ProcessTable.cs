using LLTP.Hub.Core.Partners;
using static LLTP.Hub.Core.Process.DossierState;
using static LLTP.Hub.Core.Process.EventKind;

namespace LLTP.Hub.Core.Process;

/// <summary>Profile 570-2024: the ten steps of Quy trình 570/TTLLTPQG-QLHC as data. What is not in the table is not allowed.</summary>
public static class ProcessTable
{
    public const string Profile = "570-2024";

    public static IReadOnlyList<ProcessRow> Rows { get; } =
    [
        new([None], Submitted, Partner.Vneid, Registered, 2, [new(MessageKind.TthcDossier), Owed.Dvcqg()]),
        new([DossierState.SupplementAsked], Resubmitted, Partner.Vneid, Registered, 2, [new(MessageKind.TthcDossier), .. National()]),

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

        new([InProcess], LookupAsked, Partner.Lltp, null, 6, [new(MessageKind.V06Lookup), Owed.Tthc()]),
        new([InProcess, DossierState.SupplementAsked], LookupTaken, Partner.Hub, null, 7, [Owed.Tthc()]),
        new([InProcess, DossierState.SupplementAsked], LookupInterim, Partner.V06, null, 7,
            [Owed.Vneid(InProcess).If(When.DueDateChanged), Owed.Tthc(), Owed.Dvcqg().If(When.DueDateChanged), new(MessageKind.LltpLookupResult)]),
        new([InProcess, DossierState.SupplementAsked], LookupAnswered, Partner.V06, null, 8,
        [
            new(MessageKind.LltpLookupResult), Owed.Tthc(),
            Owed.Vneid(InProcess).If(When.DueDateChanged), Owed.Dvcqg().If(When.DueDateChanged),
        ]),

        new([InProcess], Issued, Partner.Lltp, Finished, 9,
            [new(MessageKind.VneidResult, Finished), new(MessageKind.TthcCertificate), .. National()]),
        new([Finished], ResultAcknowledged, Partner.Hub, DossierState.HandedOver, 10,
            [.. AfterIssue.HandingOver(), Owed.Tthc(), .. National()]) { UnlessPaper = true },
        new([Finished], EventKind.HandedOver, Partner.Tthc, DossierState.HandedOver, 10,
            [.. AfterIssue.HandingOver(), .. National()]),
        .. AfterIssue.Rows,
    ];

    /// <summary>The row for this event of this sender at this state; null when it is not allowed now.</summary>
    public static ProcessRow? Find(DossierState at, EventKind on, string from) => Index.GetValueOrDefault((at, on, from));

    /// <summary>What this sender may say at this state.</summary>
    public static IEnumerable<EventKind> Allowed(DossierState at, string from) =>
        Rows.Where(row => row.From == from && row.At.Contains(at)).Select(row => row.On);

    /// <summary>A message of a partner proves that it has these; a delivery of these kinds still in flight is then done.</summary>
    public static bool Presupposes(EventKind on, string from, string kind, DossierState? show) => (from, on) switch
    {
        (Partner.Vneid, Resubmitted) => kind == MessageKind.VneidState && show == DossierState.SupplementAsked,
        (Partner.Tthc, EventKind.HandedOver) => kind is MessageKind.TthcDossier or MessageKind.TthcCertificate,
        (Partner.Tthc, _) => kind == MessageKind.TthcDossier,
        (Partner.Lltp, _) => MessageKind.IsLltpDossier(kind),
        (Partner.V06, _) => kind == MessageKind.V06Lookup,
        _ => false,
    };

    public static bool IsClosed(DossierState state) => state is DossierState.Refused or DossierState.Withdrawn or DossierState.Stopped;

    // Two rows for one (state, event, sender) fail here, at start, not in the middle of somebody's dossier.
    static readonly Dictionary<(DossierState, EventKind, string), ProcessRow> Index =
        Rows.SelectMany(row => row.At.Select(at => (at, row))).ToDictionary(pair => (pair.at, pair.row.On, pair.row.From), pair => pair.row);

    static Owed[] National() => [Owed.Dvcqg(), Owed.DvcqgProgress()];

    static Owed[] Stop() => [new Owed(MessageKind.LltpStop).If(When.LltpHasDossier), Cancel()];

    static Owed Cancel() => new Owed(MessageKind.V06Cancel).If(When.LookupOpen);
}
