namespace LLTP.Hub.Mappings.Canonical;

/// <summary>The other party of a request by authorisation.</summary>
public sealed record Authorisation
{
    public string? FullName { get; init; }
    public int? Sex { get; init; }
    public string? SexName { get; init; }
    public DateText? BirthDate { get; init; }
    public string? Phone { get; init; }
    public string? Email { get; init; }
    public int? IdType { get; init; }
    public string? IdTypeName { get; init; }
    public string? IdNumber { get; init; }
    public DateText? IdIssuedOn { get; init; }
    public string? IdIssuedBy { get; init; }
    public string? Nationality { get; init; }
    public string? NationalityName { get; init; }
    public string? Ethnicity { get; init; }
    public string? EthnicityName { get; init; }
    public Address? Registered { get; init; }
    public Address? Current { get; init; }
    public Relation? Relation { get; init; }
    public DateText? SignedOn { get; init; }

    /// <summary>The type only, never personal data.</summary>
    public override string ToString() => nameof(Authorisation);
}

/// <summary>How two persons are related.</summary>
public sealed record Relation(int? Code, string? Name);
