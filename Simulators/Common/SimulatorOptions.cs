namespace LLTP.Hub.Simulators.Common;

/// <summary>What one run of the five simulators is made of.</summary>
sealed record SimulatorOptions
{
    public int Seed { get; init; } = 1;

    /// <summary>Probability (0..1) that a request, in either direction, is hit by a fault.</summary>
    public double FaultRate { get; init; }

    /// <summary>The shared LLTP software speaks the contract lltp-lgsp instead of lltp-soap.</summary>
    public bool Lgsp { get; init; }

    /// <summary>The TTHC system is one of today, which speaks with VNeID and the ministry only.</summary>
    public bool ExistingTthc { get; init; }

    /// <summary>Decisions about issued certificates, and new certificates in their place, are part of the run.</summary>
    public bool AfterIssue { get; init; }

    /// <summary>What happens after every issue, instead of the mix.</summary>
    public Aftermath? Aftermath { get; init; }

    /// <summary>Base addresses of the partner doors, one per node of the hub.</summary>
    public IReadOnlyList<Uri> Hubs { get; init; } = [new("http://127.0.0.1:8080/")];

    /// <summary>The address under which the hub is known, whichever node answers.</summary>
    public Uri Hub => Hubs[0];

    /// <summary>Holds <c>keys/</c> and <c>secrets/</c>.</summary>
    public string Folder { get; init; } = ".";

    public string KeysFolder => Path.Combine(Folder, "keys");

    public string SecretsFolder => Path.Combine(Folder, "secrets");

    /// <summary>How long an officer thinks before the next act.</summary>
    public TimeSpan OfficerDelay { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>How long a request is held to make the hub's own time limit (2 s in a trial) expire.</summary>
    public TimeSpan Hold { get; init; } = TimeSpan.FromSeconds(2.5);

    /// <summary>How long a simulator waits for the hub's answer when a fault lets it lose patience.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether partners recognise a message that comes again; VNeID always does, by the state it shows.</summary>
    public bool Deduplicates { get; init; } = true;

    /// <summary>Whether the hub asks about deliveries whose outcome it does not know.</summary>
    public bool HubAsks { get; init; } = true;

    public bool Recognises(string partner) => Deduplicates || partner == Partners.Vneid;

    public string ProvinceCode { get; init; } = "38";

    public string ProvinceName { get; init; } = "Tỉnh Thanh Hóa";

    public string UnitId { get; init; } = "H56.14";

    public string UnitName { get; init; } = "Sở Tư pháp tỉnh Thanh Hóa";

    public string ProcedureCode { get; init; } = "2.000488.000.00.00.H56";

    /// <summary>From when on the police issue, by the process mps-2026; null: not in this run.</summary>
    public DateTimeOffset? PoliceFrom { get; init; }

    public string PoliceUnitName { get; init; } = "Công an tỉnh Thanh Hóa";

    public string PoliceProcedureCode { get; init; } = "3.000333.000.00.00.H56";

    /// <summary>Whether the police issued from the beginning.</summary>
    public bool IsPoliceOnly => PoliceFrom == DateTimeOffset.MinValue;

    /// <summary>Procedures that dossiers of this run must have at the national portal.</summary>
    public IReadOnlyList<string> Procedures =>
        PoliceFrom is null ? [ProcedureCode] : IsPoliceOnly ? [PoliceProcedureCode] : [ProcedureCode, PoliceProcedureCode];

    /// <summary>Where police look-ups are made: hub, by-hand or in-lltp.</summary>
    public string Lookup { get; init; } = "hub";

    /// <summary>Whether the shared software looks up by itself what comes in now.</summary>
    public bool LooksUpItself(DateTimeOffset now) => Lookup == "in-lltp" || now >= PoliceFrom;

    public (string UnitName, string ProcedureCode) IssuerAt(DateTimeOffset now) =>
        now >= PoliceFrom ? (PoliceUnitName, PoliceProcedureCode) : (UnitName, ProcedureCode);
}
