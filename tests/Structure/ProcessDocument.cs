using System.Globalization;
using LLTP.Hub.Core.Deadlines;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Rules;
using LLTP.Hub.Mappings.Catalogues;
using LLTP.Hub.Tests.Support;

namespace LLTP.Hub.Tests.Structure;

/// <summary>The process, its time limits, rules and days off, written out of their rows as a page for people.</summary>
static class ProcessDocument
{
    static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    public static string Text() => string.Join('\n', (IEnumerable<string>)
    [
        "# Quy trình / the process",
        "",
        "Generated from the rows of `Hub/Core/Process/ProcessTable.cs`, `Hub/Core/Deadlines` and `Hub/Core/Rules`; a test compares it.",
        "Do not edit: run `ProcessDocumentTests` with `LLTP_TEST_REWRITE=1`.",
        "",
        "An event that is not in a profile's table is not allowed there. `=` keeps the state or the step; `?` names a condition.",
        "",
        .. ProcessTable.Profiles.SelectMany(Profile),
        "## Thời hạn / time limits",
        "",
        "`*` is what the law says, for profiles without limits of their own.",
        "",
        "| profile | kind | days | counted in | from | to | source | confirmed |", "|---|---|---|---|---|---|---|---|", .. TimeLimits.Shipped().Rows.Select(Row),
        "",
        "## Quy tắc / rules",
        "",
        "| code | on | effect | from | to | words | source | confirmed | switch |", "|---|---|---|---|---|---|---|---|---|", .. RuleTable.Rows.Select(Row),
        "",
        "## Ngày nghỉ và ngày làm bù / days off and make-up days",
        "",
        "| day | works | name | source | confirmed |", "|---|---|---|---|---|", .. Calendars.Shipped.Rows.Select(Row),
        "",
    ]);

    static IEnumerable<string> Profile(ProcessProfile profile) =>
    [
        $"## {profile.Name}",
        "",
        $"{profile.Source}.",
        "",
        "| from | procedure | owner of the LLTP software | issued by | steps that pass the hub | without look-ups over the hub |", "|---|---|---|---|---|---|",
        Cells(Day(profile.From), profile.Procedure, profile.Owner, profile.Issuer, Steps(profile, true), Steps(profile, false)),
        "",
        "```mermaid", "stateDiagram-v2", .. States(), .. Moves(profile.Rows), "```",
        "",
        "| event | from | at | to | step | owes | for people |", "|---|---|---|---|---|---|---|", .. profile.Rows.Select(Row),
        "",
    ];

    static string Steps(ProcessProfile profile, bool lookups) =>
        string.Join(' ', Enumerable.Range(1, 10).Where(step => profile.HasStep(step, lookups)));

    static IEnumerable<string> States() => Enum.GetValues<DossierState>().Where(state => state != DossierState.None)
        .Select(state => $"    s{(int)state} : {(int)state} {CatalogueSet.StateName((int)state)}");

    static IEnumerable<string> Moves(IReadOnlyList<ProcessRow> rows) =>
    [
        .. from row in rows
           from at in row.At
           where row.StateAfter(at) != at
           group $"{row.On} ({row.From})" by (at, to: row.StateAfter(at)) into moves
           select $"    {Name(moves.Key.at)} --> {Name(moves.Key.to)} : {string.Join(", ", moves)}",
        .. Enum.GetValues<DossierState>().Where(state => IsEnd(rows, state)).Select(state => $"    {Name(state)} --> [*]"),
    ];

    static bool IsEnd(IReadOnlyList<ProcessRow> rows, DossierState state) => !rows.Any(row => row.At.Contains(state) && row.StateAfter(state) != state);

    static string Name(DossierState state) => state == DossierState.None ? "[*]" : $"s{(int)state}";

    static string Row(ProcessRow row) => Cells(
        $"`{row.On}`", $"`{row.From}`", string.Join(' ', row.At.Select(at => at == DossierState.None ? "–" : $"{(int)at}")),
        row.To is { } to ? $"{(int)to}" : "=", row.Step?.ToString(Plain) ?? "=", string.Join(" · ", row.Owes.Select(Shown)),
        string.Join(", ", new[] { row.WorkItem?.ToString(), row.UnlessPaper ? "unless paper" : null, row.IsLookup ? "look-up" : null }.OfType<string>()));

    static string Shown(Owed owed) =>
        owed.Kind + (owed.Show is { } show ? $" {(int)show}" : "") + (owed.When == When.Always ? "" : $" ?{owed.When}");

    static string Row(TimeLimit limit) => Cells(
        limit.Profile, $"{limit.Kind}", limit.Days.ToString(Plain), limit.Working ? "working days" : "days", Day(limit.From), Day(limit.To),
        limit.Source, YesNo(limit.Confirmed));

    static string Row(Rule rule) => Cells(
        rule.Code, $"{rule.At}", $"{rule.Effect}", Day(rule.From), Day(rule.To), $"{rule.Vietnamese} / {rule.English}", rule.Source,
        YesNo(rule.Confirmed), rule.Switch is { } name ? $"`{name}`" : "always on");

    static string Row(CalendarRow row) => Cells(Day(row.Day), YesNo(row.Works), row.Name, row.Source, YesNo(row.Confirmed));

    static string Cells(params IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    static string Day(DateOnly? day) => day?.ToString("dd/MM/yyyy", Plain) ?? "";

    static string YesNo(bool yes) => yes ? "yes" : "no";
}
