namespace LLTP.Hub.Simulators.Common;

/// <summary>What agencies decide about a certificate after its issue.</summary>
/// <param name="Kind">One of <see cref="DecisionKinds"/>; null when a new certificate comes without any decision.</param>
/// <param name="By">Who reports the decision to the hub: TTHC or LLTP.</param>
/// <param name="AtOnce">As soon as the certificate is issued, before anybody has acknowledged it; otherwise when the dossier is at its end everywhere.</param>
/// <param name="Reissues">A new certificate takes the place of the old one.</param>
sealed record Aftermath(string? Kind, string By, bool AtOnce, bool Reissues)
{
    // Of ten dossiers eight have an aftermath.
    static readonly Aftermath?[] Ten =
    [
        new(DecisionKinds.Revocation, Partners.Lltp, true, true), new(DecisionKinds.Revocation, Partners.Lltp, false, true),
        new(DecisionKinds.Revocation, Partners.Lltp, true, false), new(DecisionKinds.Revocation, Partners.Tthc, false, false),
        new(DecisionKinds.Correction, Partners.Tthc, false, true), new(DecisionKinds.Supplement, Partners.Lltp, false, false),
        new(DecisionKinds.Cancellation, Partners.Tthc, true, false), new(null, Partners.Lltp, false, true),
        null, null,
    ];

    /// <summary>Null when nothing happens after the issue, or nothing is issued.</summary>
    public static Aftermath? Of(SimulatorOptions options, int index, Scenario scenario)
    {
        if (!options.AfterIssue || scenario.EndState() != 10 || Ten[(int)((uint)(index + options.Seed) % Ten.Length)] is not { } drawn)
            return null;
        // Behind the LGSP the software tells nothing by itself: decisions come from TTHC, and it is asked because of them.
        return options.Lgsp ? drawn with { By = Partners.Tthc, Kind = drawn.Kind ?? DecisionKinds.Correction } : drawn;
    }
}

/// <summary>The four kinds of decisions in the words of the contract with TTHC systems.</summary>
static class DecisionKinds
{
    public const string Supplement = "supplement";
    public const string Correction = "correction";
    public const string Revocation = "revocation";
    public const string Cancellation = "cancellation";

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
