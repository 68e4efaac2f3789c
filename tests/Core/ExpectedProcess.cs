using LLTP.Hub.Core.Process;

namespace LLTP.Hub.Tests.Core;

/// <summary>
/// The process of profile 570-2024 as people agreed on it, written apart from the product: states, event, sender, state and step afterwards
/// ("=" keeps it), and what is owed: kind[:state told][?condition].
/// </summary>
static class ExpectedProcess
{
    const string Text = """
        0       | Submitted         | vneid | 1  | 2  | tthc.dossier dvcqg.dossier
        5       | Resubmitted       | vneid | 1  | 2  | tthc.dossier dvcqg.dossier dvcqg.progress
        1       | Accepted          | tthc  | 2  | 3  | vneid.state:2 dvcqg.dossier dvcqg.progress lltp.dossier?LltpLacksDossier lltp.update?LltpHasDossier
        1       | Refused           | tthc  | 3  | 3  | vneid.state:3 dvcqg.dossier dvcqg.progress lltp.stop?LltpHasDossier v06.cancel?LookupOpen
        1 2 4   | SupplementAsked   | tthc  | 5  | =  | vneid.state:5 dvcqg.dossier dvcqg.progress lltp.pause?LltpHasDossier
        4       | SupplementAsked   | lltp  | 5  | =  | vneid.state:5 tthc.progress dvcqg.dossier dvcqg.progress
        1 2 4 5 | Withdrawn         | tthc  | 7  | =  | vneid.state:7 dvcqg.dossier dvcqg.progress lltp.stop?LltpHasDossier v06.cancel?LookupOpen
        1 2 4 5 | Stopped           | tthc  | 8  | =  | vneid.state:8 dvcqg.dossier dvcqg.progress lltp.stop?LltpHasDossier v06.cancel?LookupOpen
        4       | Stopped           | lltp  | 8  | =  | vneid.state:8 tthc.progress dvcqg.dossier dvcqg.progress v06.cancel?LookupOpen
        4       | Refused           | lltp  | 3  | =  | vneid.state:3 tthc.progress dvcqg.dossier dvcqg.progress v06.cancel?LookupOpen
        2       | DossierReceived   | hub   | 4  | 5  | vneid.state:4 tthc.progress dvcqg.dossier dvcqg.progress
        2       | DossierRejected   | hub   | 2  | 4  |
        2       | UpdateConflict    | hub   | 2  | 4  |
        2       | CorrectedByHand   | hub   | 4  | 5  | vneid.state:4 tthc.progress dvcqg.dossier dvcqg.progress
        4       | LookupAsked       | lltp  | 4  | 6  | v06.lookup tthc.progress
        4 5     | LookupTaken       | hub   | =  | 7  | tthc.progress
        4 5     | LookupInterim     | v06   | =  | 7  | vneid.state:4?DueDateChanged tthc.progress dvcqg.dossier?DueDateChanged lltp.lookup-result
        4 5     | LookupAnswered    | v06   | =  | 8  | vneid.state:4?DueDateChanged tthc.progress dvcqg.dossier?DueDateChanged lltp.lookup-result
        4       | Issued            | lltp  | 9  | 9  | vneid.result:9 tthc.certificate dvcqg.dossier dvcqg.progress
        9       | ResultAcknowledged| hub   | 10 | 10 | vneid.result:10 tthc.progress dvcqg.dossier dvcqg.progress
        9       | HandedOver        | tthc  | 10 | 10 | vneid.result:10 dvcqg.dossier dvcqg.progress
        9 10    | Reissued          | lltp  | =  | =  | vneid.result tthc.certificate dvcqg.dossier dvcqg.progress
        """;

    public static IReadOnlyList<ExpectedRow> Rows { get; } = [.. Text.Split('\n').SelectMany(Read)];

    static IEnumerable<ExpectedRow> Read(string line)
    {
        var cells = line.Split('|', StringSplitOptions.TrimEntries);
        return cells[0].Split(' ').Select(State).Select(at => new ExpectedRow(
            at, Enum.Parse<EventKind>(cells[1]), cells[2], cells[3] == "=" ? at : State(cells[3]), cells[4] == "=" ? null : Number(cells[4]), cells[5]));
    }

    static DossierState State(string number) => (DossierState)Number(number);

    static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

sealed record ExpectedRow(DossierState At, EventKind On, string From, DossierState To, int? Step, string Owes);
