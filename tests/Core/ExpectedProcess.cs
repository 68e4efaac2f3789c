using LLTP.Hub.Core.Process;

namespace LLTP.Hub.Tests.Core;

/// <summary>
/// The processes as people agreed on them, written apart from the product; what the police process lacks names V06 or a look-up: states, event, sender, state and step afterwards
/// ("=" keeps it), and what is owed: kind[:state told][?condition], with two short words for what often goes together.
/// </summary>
static class ExpectedProcess
{
    const string Text = """
        0       | Submitted         | vneid | 1  | 2  | tthc.dossier dvcqg.dossier
        5       | Resubmitted       | vneid | 1  | 2  | tthc.dossier national
        0       | Submitted         | tthc  | 1  | 2  | dvcqg.dossier
        5       | Resubmitted       | tthc  | 1  | 2  | national
        1 2 3 4 5 7 8 9 10 | Shown  | tthc  | =  | =  |
        1       | Accepted          | tthc  | 2  | 3  | vneid.state:2 national lltp.dossier?LltpLacksDossier lltp.update?LltpHasDossier
        1       | Refused           | tthc  | 3  | 3  | vneid.state:3 national lltp.stop?LltpHasDossier v06.cancel?LookupOpen
        1 2 4   | SupplementAsked   | tthc  | 5  | =  | vneid.state:5 national lltp.pause?LltpHasDossier
        4       | SupplementAsked   | lltp  | 5  | =  | vneid.state:5 tthc.progress national
        1 2 4 5 | Withdrawn         | tthc  | 7  | =  | vneid.state:7 national lltp.stop?LltpHasDossier v06.cancel?LookupOpen
        1 2 4 5 | Stopped           | tthc  | 8  | =  | vneid.state:8 national lltp.stop?LltpHasDossier v06.cancel?LookupOpen
        5       | Stopped           | hub   | 8  | =  | vneid.state:8 tthc.progress national lltp.stop?LltpHasDossier v06.cancel?LookupOpen
        4       | Stopped           | lltp  | 8  | =  | vneid.state:8 tthc.progress national v06.cancel?LookupOpen
        4       | Refused           | lltp  | 3  | =  | vneid.state:3 tthc.progress national v06.cancel?LookupOpen
        2       | DossierReceived   | hub   | 4  | 5  | vneid.state:4 tthc.progress national
        2       | DossierRejected   | hub   | 2  | 4  |
        2       | UpdateConflict    | hub   | 2  | 4  |
        2       | CorrectedByHand   | hub   | 4  | 5  | vneid.state:4 tthc.progress national
        4       | LookupAsked       | lltp  | 4  | 6  | v06.lookup tthc.progress
        4 5     | LookupTaken       | hub   | =  | 7  | tthc.progress
        4 5     | LookupInterim     | v06   | =  | 7  | tthc.progress lltp.lookup-result newDueDate
        4 5     | LookupAnswered    | v06   | =  | 8  | tthc.progress lltp.lookup-result newDueDate
        4       | Issued            | lltp  | 9  | 9  | vneid.result:9 tthc.certificate national
        9       | ResultAcknowledged| hub   | 10 | 10 | handingOver tthc.progress national
        9       | HandedOver        | tthc  | 10 | 10 | handingOver national
        9 10    | Reissued          | lltp  | =  | =  | vneid.result tthc.certificate marked
        9 10    | Decided           | tthc  | =  | =  | vneid.decision lltp.decision marked
        9 10    | Decided           | lltp  | =  | =  | vneid.decision tthc.decision marked
        """;

    static readonly IReadOnlyList<ExpectedRow> Rows = [.. Text.Split('\n').SelectMany(Read)];

    public static IEnumerable<ExpectedRow> Of(string profile) => profile == ProcessTable.Quy570
        ? Rows
        : Rows.Where(row => !row.On.ToString().StartsWith("Lookup", StringComparison.Ordinal))
            .Select(row => row with { Owes = string.Join(' ', row.Owes.Split(' ').Where(owed => !owed.StartsWith("v06", StringComparison.Ordinal))) });

    static IEnumerable<ExpectedRow> Read(string line)
    {
        var cells = line.Split('|', StringSplitOptions.TrimEntries);
        return cells[0].Split(' ').Select(State).Select(at => new ExpectedRow(
            at, Enum.Parse<EventKind>(cells[1]), cells[2], cells[3] == "=" ? at : State(cells[3]),
            cells[4] == "=" ? null : Number(cells[4]), Written(cells[5])));
    }

    static string Written(string owes) => owes.Replace("national", "dvcqg.dossier dvcqg.progress", StringComparison.Ordinal)
        .Replace("marked", "dvcqg.dossier?ContentHeld dvcqg.progress", StringComparison.Ordinal)
        .Replace("handingOver", "vneid.result:10?CertificateInForce vneid.decision:10?CertificateEnded", StringComparison.Ordinal)
        .Replace("newDueDate", "vneid.state:4?DueDateChanged dvcqg.dossier?DueDateChanged", StringComparison.Ordinal);

    static DossierState State(string number) => (DossierState)Number(number);

    static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

sealed record ExpectedRow(DossierState At, EventKind On, string From, DossierState To, int? Step, string Owes);
