using System.Globalization;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Repair;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Mappings.Catalogues;

namespace LLTP.Hub.Core.CutOver;

/// <summary>
/// A dossier that changes systems on its way, without its content: one line of a CSV file (UTF-8, RFC 4180). Times are ISO 8601,
/// without a zone Vietnam's. Mandatory are number, state and version; a certificate's number from state 9 on.
/// </summary>
public sealed record DossierInFlight(DossierRow Row, string VersionHash)
{
    static readonly string[] Columns =
    [
        "number", "state", "version", "versionHash", "origin", "tthc", "profile", "province", "lltpId", "paper",
        "receivedAt", "acceptedAt", "eventAt", "dueDate", "certificateNo",
    ];

    public static IReadOnlyList<string> Mandatory { get; } = Columns[..3];

    /// <summary>A line in words of the file, or why it cannot be taken, in one word.</summary>
    public static (DossierInFlight? Dossier, string? Objection) Read(ILookup<string, string> cells, DossierRow usual)
    {
        string? Cell(string column) => cells[column].FirstOrDefault() is { Length: > 0 } text ? text.Trim() : null;
        var row = usual with
        {
            Number = Cell("number") ?? "", State = Whole(Cell("state")), Version = Whole(Cell("version")),
            Origin = Cell("origin") ?? usual.Origin, Tthc = Cell("tthc") ?? usual.Tthc,
            Profile = Cell("profile") ?? usual.Profile, Province = Cell("province") ?? usual.Province,
            LltpId = Cell("lltpId"), Paper = Cell("paper") is "true" or "TRUE" or "1",
            CertificateNo = Cell("certificateNo"), DueDate = Cell("dueDate"),
        };
        string?[] times = [Cell("receivedAt"), Cell("acceptedAt"), Cell("eventAt")];
        if (Objection(row) is { } objection)
            return (null, objection);
        if (times.OfType<string>().Any(text => Time(text) is null) || (row.DueDate is { } due && !IsDay(due)))
            return (null, "time");
        var received = Time(times[0]) ?? usual.ReceivedAt;
        return (new(row with
        {
            ReceivedAt = received, AcceptedAt = Time(times[1]) ?? received, EventAt = Time(times[2]) ?? Time(times[1]) ?? received,
        }, Cell("versionHash") ?? ""), null);
    }

    public static byte[] Write(IEnumerable<DossierInFlight> dossiers) => System.Text.Encoding.UTF8.GetBytes(
        CsvText.Write(dossiers.Select(dossier => dossier.Cells()).Prepend(Columns)));

    IEnumerable<string> Cells() =>
    [
        Row.Number, Text(Row.State), Text(Row.Version), VersionHash, Row.Origin, Row.Tthc, Row.Profile, Row.Province, Row.LltpId ?? "",
        Row.Paper ? "true" : "false", Text(Row.ReceivedAt), Row.AcceptedAt is { } at ? Text(at) : "", Text(Row.EventAt), Row.DueDate ?? "",
        Row.CertificateNo ?? "",
    ];

    // What the LLTP software does not have yet, nobody could send it: the content stays in the old system.
    static string? Objection(DossierRow row) => DossierNumber.Parse(row.Number) is null ? "number"
        : row.Version < 1 ? "version"
        : row.State is 1 or 2 ? "tooEarly"
        : row.State is 3 or 7 or 8 ? "closed"
        : row.State is not (4 or 5 or 9 or 10) ? "state"
        : row.State >= 9 && row.CertificateNo is null ? "certificate"
        : row.Origin is not (Partner.Vneid or Partner.Tthc) || ProcessTable.Find(row.Profile) is null ? "origin"
        : null;

    static int Whole(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    static bool IsDay(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    static long? Time(string? text) =>
        !DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) ? null
        : time.Kind == DateTimeKind.Unspecified ? new DateTimeOffset(time, TimeSpan.FromHours(7)).Ms()
        : new DateTimeOffset(time).Ms();

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    static string Text(long at) => Clock.Vietnam(at).ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", CultureInfo.InvariantCulture);
}
