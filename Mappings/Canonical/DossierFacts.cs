using LLTP.Hub.Mappings.Catalogues;

namespace LLTP.Hub.Mappings.Canonical;

/// <summary>What every outgoing map gets beside the content; State is the one that this message is to show.</summary>
public sealed record DossierFacts(
    string Number,
    int Version,
    string ProvinceCode,
    string ProvinceName,
    int State,
    int? Step,
    DateTimeOffset ReceivedAt,
    DateTimeOffset At,
    DateOnly? DueDate,
    Officer? Officer,
    string? Reason,
    string EventId,
    string EventName,
    string UnitId,
    string UnitName,
    string ProcedureCode,
    string ProcedureName,
    string? LltpId)
{
    /// <summary>The code lists in force, shipped or imported.</summary>
    public CatalogueSet Catalogues { get; init; } = CatalogueSet.Shipped;

    /// <summary>When the dossier reached 9 and 10; told only with what happens afterwards, so that these times stay what they were.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    public DateTimeOffset? HandedOverAt { get; init; }
}
