using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Demo;

/// <summary>Median and 95th percentile in milliseconds.</summary>
sealed record Percentiles(double P50, double P95)
{
    public static Percentiles Of(double[] sorted) => sorted.Length == 0 ? new(0, 0) : new(At(sorted, 0.50), At(sorted, 0.95));

    static double At(double[] sorted, double share) => Math.Round(sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))], 1);
}

/// <summary>The numbers of one run; the names of the JSON members are fixed.</summary>
sealed record Report
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public required int Dossiers { get; init; }
    public required int Completed { get; init; }
    public required int Refused { get; init; }
    public required int Withdrawn { get; init; }
    public required int Stopped { get; init; }
    public required int Lost { get; init; }
    public required int Duplicated { get; init; }
    public required int OutOfOrder { get; init; }
    public required long Repeats { get; init; }
    public required double Seconds { get; init; }
    public required double DossiersPerSecond { get; init; }
    public required Percentiles DossierMs { get; init; }
    public required JsonNode HopMs { get; init; }
    public required double HubPeakMemoryMb { get; init; }
    public required int Kills { get; init; }
    public required int Seed { get; init; }
    public required double Faults { get; init; }

    /// <summary>Dossiers with a decision about their certificate, only where the run has any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Decided { get; init; }

    /// <summary>Dossiers with a certificate in the place of the first, only where the run has any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Reissued { get; init; }

    internal int DatabaseStops { get; init; }

    internal int RedisStops { get; init; }

    /// <summary>Points at which the hub never came by to die, servers whose stops did not all come, procedures under which no dossier was opened.</summary>
    internal int NotShown { get; init; }

    internal bool IsClean => NotShown == 0 && Lost == 0 && Duplicated == 0 && OutOfOrder == 0
        && Completed + Refused + Withdrawn + Stopped == Dossiers;

    public static Report Of(DemoOptions options, SimulatorKit kit, Audit audit, HubNodes hub, JsonObject hops)
    {
        var finished = kit.Board.Cases.Where(c => c.FinishedAt is not null).ToArray();
        var ends = finished.CountBy(c => c.Scenario.EndState()).ToDictionary();
        var seconds = Span(kit.Board.Cases, finished);
        return new()
        {
            Dossiers = options.Dossiers,
            Completed = ends.GetValueOrDefault(10),
            Refused = ends.GetValueOrDefault(3),
            Withdrawn = ends.GetValueOrDefault(7),
            Stopped = ends.GetValueOrDefault(8),
            Lost = audit.Lost,
            Duplicated = audit.Duplicated,
            OutOfOrder = audit.OutOfOrder,
            Repeats = kit.Journal.Repeats,
            Seconds = Math.Round(seconds, 2),
            DossiersPerSecond = seconds > 0 ? Math.Round(finished.Length / seconds, 2) : 0,
            DossierMs = Percentiles.Of([.. finished.Select(Milliseconds).Order()]),
            HopMs = hops,
            HubPeakMemoryMb = hub.PeakMemoryMb,
            Kills = hub.Kills,
            Seed = options.Seed,
            Faults = options.FaultPercent,
            Decided = options.AfterIssue ? finished.Count(c => c.Aftermath is { Kind: not null }) : null,
            Reissued = options.AfterIssue ? finished.Count(c => c.Aftermath is { Reissues: true }) : null,
        };
    }

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    static double Milliseconds(DossierCase file) => ((file.FinishedAt - file.SubmittedAt) ?? TimeSpan.Zero).TotalMilliseconds;

    // From the first TaoHoSo to the last finish.
    static double Span(ICollection<DossierCase> all, DossierCase[] finished) => finished.Length == 0
        ? 0
        : ((finished.Max(c => c.FinishedAt) - all.Min(c => c.SubmittedAt)) ?? TimeSpan.Zero).TotalSeconds;
}
