namespace LLTP.Hub.Mappings.Canonical;

/// <summary>The fee as the citizen saw it, and how paper copies are to be received.</summary>
public sealed record Payment
{
    public int? GroupCode { get; init; }
    public string? GroupName { get; init; }
    public Money? FormFee { get; init; }
    public Money? PaperFee { get; init; }
    public int? PaperDelivery { get; init; }
    public string? PaperDeliveryName { get; init; }
    public string? DeliveryAddress { get; init; }
    public Money? Total { get; init; }
}

/// <summary>The receipt of a fee paid before the dossier was sent.</summary>
public sealed record Receipt
{
    public int? ServiceId { get; init; }
    public string? ServiceCode { get; init; }
    public string? ServiceName { get; init; }
    public string? ProcedureCode { get; init; }
    public string? ProcedureName { get; init; }
    public string? UnitCode { get; init; }
    public string? UnitName { get; init; }
    public string? Account { get; init; }
    public string? BankCode { get; init; }
    public string? AccountName { get; init; }
    public IReadOnlyList<ReceiptItem> Items { get; init; } = [];
    public int? TransactionState { get; init; }
    public string? TransactionStateName { get; init; }
    public string? Url { get; init; }
}

/// <summary>One line of a receipt.</summary>
public sealed record ReceiptItem(string? Name, Money? Amount);
