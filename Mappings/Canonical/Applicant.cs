namespace LLTP.Hub.Mappings.Canonical;

/// <summary>The person whose certificate is asked for.</summary>
public sealed record Applicant
{
    public required string FullName { get; init; }
    public string? OtherName { get; init; }
    public required int Sex { get; init; }
    public string? SexName { get; init; }
    public required DateText BirthDate { get; init; }
    public BirthPlace? BirthPlace { get; init; }
    public required int IdType { get; init; }
    public string? IdTypeName { get; init; }
    public required string IdNumber { get; init; }
    public DateText? IdIssuedOn { get; init; }
    public string? IdIssuedBy { get; init; }
    public string? Nationality { get; init; }
    public string? NationalityName { get; init; }
    public string? Ethnicity { get; init; }
    public string? EthnicityName { get; init; }
    public Address? Permanent { get; init; }
    public Address? Temporary { get; init; }
    public string? Phone { get; init; }
    public string? Email { get; init; }
    public string? FeePayer { get; init; }
    public string? FeePayerName { get; init; }
    public string? FatherName { get; init; }
    public int? FatherBirthYear { get; init; }
    public string? MotherName { get; init; }
    public int? MotherBirthYear { get; init; }
    public string? SpouseName { get; init; }
    public int? SpouseBirthYear { get; init; }

    /// <summary>The type only, never personal data.</summary>
    public override string ToString() => nameof(Applicant);
}
