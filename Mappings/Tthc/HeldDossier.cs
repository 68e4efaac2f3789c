namespace LLTP.Hub.Mappings.Tthc;

/// <summary>What a TTHC system says it holds of a dossier (tthc-partner contract, schema Held); null where it does not say.</summary>
public sealed record HeldDossier(
    string Number, int Version, IReadOnlyList<HeldState> States, IReadOnlyList<string>? Progress, IReadOnlyList<string>? Certificates)
{
    /// <summary>Numbers of the decisions about its certificates.</summary>
    public IReadOnlyList<string>? Decisions { get; init; }
}

/// <summary>A page of dossiers that changed (GET dossiers?changedSince=); After asks for the next page, null when there is none.</summary>
public sealed record ChangedDossiers(IReadOnlyList<HeldDossier> Dossiers, string? After);

/// <summary>A state that a TTHC system shows, and since when.</summary>
public sealed record HeldState(int State, DateTimeOffset At);
