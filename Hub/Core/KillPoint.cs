namespace LLTP.Hub.Core;

/// <summary>
/// Named places before and after durable steps where a trial lets this process die as in a power cut. Nothing happens unless
/// Environment is Development and KillAt names a place, as in "deliver.sent:3": at the third passage.
/// </summary>
public static class KillPoint
{
    public const string AcceptDeciding = "accept.deciding";
    public const string AcceptCommitted = "accept.committed";
    public const string AcceptAnswering = "accept.answering";
    public const string ClaimCommitted = "claim.committed";
    public const string DeliverPrepared = "deliver.prepared";
    public const string DeliverSent = "deliver.sent";
    public const string RecordDeciding = "record.deciding";
    public const string RecordCommitted = "record.committed";
    public const string RepairDeciding = "repair.deciding";
    public const string RepairCommitted = "repair.committed";
    public const string SchemaApplying = "schema.applying";
    public const string SchemaApplied = "schema.applied";

    static string? armed;
    static int passages;

    /// <exception cref="FormatException">The number of passages is no number.</exception>
    public static void Arm(string place)
    {
        var parts = place.Split(':');
        (passages, armed) = (parts.Length > 1 ? int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) : 1, parts[0]);
    }

    public static void Pass(string place)
    {
        if (armed == place && Interlocked.Decrement(ref passages) == 0)
            System.Diagnostics.Process.GetCurrentProcess().Kill();
    }
}
