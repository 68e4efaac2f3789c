using System.Globalization;
using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Demo;

/// <summary>Options of a trial run.</summary>
sealed record DemoOptions
{
    public int Dossiers { get; init; } = 20;

    /// <summary>Per cent of requests that are hit by a fault.</summary>
    public double FaultPercent { get; init; }

    public int Seed { get; init; } = 1;

    public string? Report { get; init; }

    public bool Keep { get; init; }

    public int Kills { get; init; }

    /// <summary>Contract of the shared LLTP software: soap or lgsp.</summary>
    public string Lltp { get; init; } = "soap";

    /// <summary>The process: 570-2024, mps-2026, or switch: from the first to the second while dossiers come in.</summary>
    public string Profile { get; init; } = "570-2024";

    /// <summary>Where police look-ups are made: hub, by-hand or in-lltp.</summary>
    public string Lookup { get; init; } = "hub";

    /// <summary>Settings of a province, whose trial this is.</summary>
    public ProvinceFile? Province { get; init; }

    /// <summary>Contract of the TTHC system: own (the hub's) or existing.</summary>
    public string Tthc { get; init; } = "own";

    /// <summary>Per cent of dossiers that are made at the counter, without VNeID.</summary>
    public double CounterPercent { get; init; }

    /// <summary>Decisions about certificates and new certificates in their place are part of the run.</summary>
    public bool AfterIssue { get; init; }

    /// <summary>All dossiers have this one, instead of the mix.</summary>
    public Scenario? Scenario { get; init; }

    /// <summary>What happens after every issue, instead of the mix.</summary>
    public Aftermath? Aftermath { get; init; }

    /// <summary>File for what every partner said and held, in the order in which it happened.</summary>
    public string? Journal { get; init; }

    /// <summary>Hub and simulators go on after the report until they are stopped.</summary>
    public bool Stay { get; init; }

    /// <summary>Partners take a repeated message as a new one.</summary>
    public bool NoDedup { get; init; }

    /// <summary>The hub is told to repeat without asking.</summary>
    public bool NoAsk { get; init; }

    /// <summary>Where the hub dies, one start after the other, as in "deliver.sent:3": at the third passage.</summary>
    public IReadOnlyList<string> KillPoints { get; init; } = [];

    /// <summary>A PostgreSQL of the trial's own instead of the embedded file.</summary>
    public bool OnPostgres { get; init; }

    /// <summary>Nodes of the hub on that PostgreSQL.</summary>
    public int Nodes { get; init; } = 1;

    /// <summary>Kills one node after the other in this rhythm, as long as dossiers are on their way.</summary>
    public TimeSpan? KillEvery { get; init; }

    /// <summary>Stops of PostgreSQL, in turn fast, immediate and by kill -9 of the postmaster.</summary>
    public int DatabaseStops { get; init; }

    /// <summary>Whether the trial has a Redis of its own; without a word where nodes share the work.</summary>
    public bool? Redis { get; init; }

    public bool WithRedis => Redis ?? (Nodes > 1 || RedisStops > 0);

    /// <summary>Disturbances of Redis, in turn emptied, killed and back empty, and hanging.</summary>
    public int RedisStops { get; init; }

    /// <summary>Path of lltp-hub.dll.</summary>
    public string Hub { get; init; } = DefaultHub();

    /// <summary>Dossiers in flight at once.</summary>
    public int Load { get; init; } = 64;

    /// <summary>Null, with the complaint, when the arguments make no sense.</summary>
    public static DemoOptions? Read(ReadOnlySpan<string> arguments, out string? complaint)
    {
        var options = new DemoOptions();
        complaint = null;
        for (var i = 0; i < arguments.Length; i++)
        {
            var name = arguments[i];
            var value = name is "--keep" or "--stay" or "--after-issue" or "--no-dedup" or "--no-ask" ? "" : i + 1 < arguments.Length ? arguments[++i] : null;
            if (value is null || options.With(name, value) is not { } next)
            {
                complaint = $"Tùy chọn không hợp lệ / invalid option: {name} {value}".TrimEnd();
                return null;
            }
            options = next;
        }
        complaint = options.Contradiction;
        return complaint is null ? options : null;
    }

    string? Contradiction =>
        !OnPostgres && this is { Nodes: > 1 } or { DatabaseStops: > 0 } ? "--nodes và --database-stops cần / need --store postgres"
        : RedisStops > 0 && !WithRedis ? "--redis-stops cần / needs --redis on"
        : null;

    DemoOptions? With(string name, string value) => name switch
    {
        "--dossiers" => Whole(value, 1) is { } n ? this with { Dossiers = n } : null,
        "--faults" => Percent(value) is { } p ? this with { FaultPercent = p } : null,
        "--seed" => Whole(value, int.MinValue) is { } n ? this with { Seed = n } : null,
        "--kills" => Whole(value, 0) is { } n ? this with { Kills = n } : null,
        "--kill-at" => this with { KillPoints = value.Split(',') },
        "--store" => value is "sqlite" or "postgres" ? this with { OnPostgres = value == "postgres" } : null,
        "--nodes" => Whole(value, 1) is { } n and <= 8 ? this with { Nodes = n } : null,
        "--kill-every" => Whole(value, 1) is { } n ? this with { KillEvery = TimeSpan.FromSeconds(n) } : null,
        "--database-stops" => Whole(value, 0) is { } n ? this with { DatabaseStops = n } : null,
        "--redis" => value is "on" or "off" ? this with { Redis = value == "on" } : null,
        "--redis-stops" => Whole(value, 0) is { } n ? this with { RedisStops = n } : null,
        "--load" => Whole(value, 1) is { } n ? this with { Load = n } : null,
        "--lltp" => value is "soap" or "lgsp" ? this with { Lltp = value } : null,
        "--profile" => value is "570-2024" or "mps-2026" or "switch" ? this with { Profile = value } : null,
        "--lookup" => value is "hub" or "by-hand" or "in-lltp" ? this with { Lookup = value } : null,
        "--tthc" => value is "own" or "existing" ? this with { Tthc = value } : null,
        "--counter" => Percent(value) is { } p ? this with { CounterPercent = p } : null,
        "--settings" => ProvinceFile.Read(value)?.Fill(this),
        "--report" => this with { Report = value },
        "--hub" => this with { Hub = value },
        "--scenario" => Enum.TryParse<Scenario>(value.Replace("-", "", StringComparison.Ordinal), true, out var one) ? this with { Scenario = one } : null,
        "--aftermath" => Aftermath.Read(value) is { } aftermath ? this with { AfterIssue = true, Aftermath = aftermath } : null,
        "--journal" => this with { Journal = value },
        "--after-issue" => this with { AfterIssue = true },
        "--stay" => this with { Stay = true },
        "--no-dedup" => this with { NoDedup = true },
        "--no-ask" => this with { NoAsk = true },
        "--keep" => this with { Keep = true },
        _ => null,
    };

    static int? Whole(string text, int least) =>
        int.TryParse(text, CultureInfo.InvariantCulture, out var value) && value >= least ? value : null;

    static double? Percent(string text) =>
        double.TryParse(text.TrimEnd('%'), CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= 90 ? value : null;

    // The build puts all programs side by side: bin/<project>/<configuration>/.
    static string DefaultHub()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.GetFullPath(Path.Combine(own.FullName, "..", "..", "Host", own.Name, "lltp-hub.dll"));
    }
}
