namespace LLTP.Hub.Simulators.Common;

/// <summary>When agencies decide about a certificate.</summary>
enum Moment
{
    /// <summary>As soon as it is issued, whoever has acknowledged it by then.</summary>
    AtOnce,

    /// <summary>As soon as it is issued; VNeID takes it only afterwards.</summary>
    BeforeVneid,

    /// <summary>While VNeID shows 9: the paper is not handed over yet.</summary>
    AtNine,

    /// <summary>When all displays are at the dossier's end.</summary>
    AtEnd,
}

/// <summary>What agencies decide about a certificate after its issue.</summary>
/// <param name="Kind">One of <see cref="DecisionKinds"/>; null when a new certificate comes without any decision.</param>
/// <param name="By">Who reports the decision to the hub: TTHC or LLTP.</param>
/// <param name="Reissues">A new certificate takes the place of the old one.</param>
sealed record Aftermath(string? Kind, string By, Moment When, bool Reissues)
{
    // Of ten dossiers eight have an aftermath.
    static readonly Aftermath?[] Ten =
    [
        new(DecisionKinds.Revocation, Partners.Lltp, Moment.AtOnce, true), new(DecisionKinds.Revocation, Partners.Lltp, Moment.AtEnd, true),
        new(DecisionKinds.Revocation, Partners.Lltp, Moment.AtOnce, false), new(DecisionKinds.Revocation, Partners.Tthc, Moment.AtEnd, false),
        new(DecisionKinds.Correction, Partners.Tthc, Moment.AtEnd, true), new(DecisionKinds.Supplement, Partners.Lltp, Moment.AtEnd, false),
        new(DecisionKinds.Cancellation, Partners.Tthc, Moment.AtOnce, false), new(null, Partners.Lltp, Moment.AtEnd, true),
        null, null,
    ];

    /// <summary>Null when nothing happens after the issue, or nothing is issued.</summary>
    public static Aftermath? Of(SimulatorOptions options, int index, Scenario scenario)
    {
        if (scenario.EndState() != 10 || (options.Aftermath ?? Drawn(options, index)) is not { } drawn)
            return null;
        // Behind the LGSP the software tells nothing by itself: decisions come from TTHC, and it is asked because of them.
        return options.Lgsp ? drawn with { By = Partners.Tthc, Kind = drawn.Kind ?? DecisionKinds.Correction } : drawn;
    }

    /// <summary>Reads "revocation,lltp,before-vneid,reissue"; null when it makes no sense.</summary>
    public static Aftermath? Read(string text) => text.Split(',') switch
    {
        [var kind, Partners.Lltp or Partners.Tthc, var when, .. var rest] parts
            when (kind == "none" || DecisionKinds.All.Contains(kind)) && Enum.TryParse<Moment>(when.Replace("-", ""), true, out var moment)
            && rest is [] or ["reissue"] => new(kind == "none" ? null : kind, parts[1], moment, rest is ["reissue"]),
        _ => null,
    };

    /// <summary>Ends when the time for the decision has come.</summary>
    public Task DueAsync(DossierCase file, CancellationToken cancellation) => When switch
    {
        Moment.AtNine => file.ShownAsync(Partners.Vneid, 9).WaitAsync(cancellation),
        Moment.AtEnd => file.AtItsEnd.WaitAsync(cancellation),
        _ => Task.CompletedTask,
    };

    static Aftermath? Drawn(SimulatorOptions options, int index) =>
        options.AfterIssue ? Ten[(int)((uint)(index + options.Seed) % Ten.Length)] : null;
}

/// <summary>The four kinds of decisions in the words of the contract with TTHC systems.</summary>
static class DecisionKinds
{
    public const string Supplement = "supplement";
    public const string Correction = "correction";
    public const string Revocation = "revocation";
    public const string Cancellation = "cancellation";

    public static readonly string[] All = [Supplement, Correction, Revocation, Cancellation];

    public static bool Ends(string kind) => kind is Revocation or Cancellation;

    /// <summary>The words that people read.</summary>
    public static string Vietnamese(string kind) => kind switch
    {
        Supplement => "Bổ sung",
        Correction => "Đính chính",
        Revocation => "Thu hồi",
        _ => "Hủy bỏ",
    };
}
