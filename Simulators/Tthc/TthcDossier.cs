namespace LLTP.Hub.Simulators.Tthc;

/// <summary>What the system keeps of one dossier. Guarded by the gate of its case.</summary>
sealed class TthcDossier
{
    public int Version { get; set; }

    /// <summary>Which citizen it is of, where the counter made it.</summary>
    public int Index { get; set; }

    /// <summary>Event ids in the order of arrival.</summary>
    public List<string> Progress { get; } = [];

    public List<string> Certificates { get; } = [];

    /// <summary>Numbers of decisions about its certificates.</summary>
    public List<string> Decisions { get; } = [];

    public string? DueDate { get; set; }
}
