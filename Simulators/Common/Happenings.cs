namespace LLTP.Hub.Simulators.Common;

/// <summary>Names of the events that partners report to the hub (<see cref="HubCall.Event"/>).</summary>
static class Happenings
{
    // VNeID
    public const string Submitted = "submitted";
    public const string Resubmitted = "resubmitted";

    // TTHC
    public const string SubmittedAtCounter = "submitted-at-counter";
    public const string ResubmittedAtCounter = "resubmitted-at-counter";
    public const string Accepted = "accepted";
    public const string Refused = "refused";
    public const string SupplementByTthc = "supplement-by-tthc";
    public const string Withdrawn = "withdrawn";
    public const string Stopped = "stopped";
    public const string HandedOver = "handed-over";
    public const string DecidedByTthc = "decided-by-tthc";

    // LLTP
    public const string LookupAsked = "lookup-asked";
    public const string SupplementByLltp = "supplement-by-lltp";
    public const string Issued = "issued";
    public const string DecidedByLltp = "decided-by-lltp";
    public const string Reissued = "reissued";

    // V06
    public const string LookupInterim = "lookup-interim";
    public const string LookupAnswered = "lookup-answered";
}
