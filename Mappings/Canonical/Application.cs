using System.Text.Json.Serialization;

namespace LLTP.Hub.Mappings.Canonical;

/// <summary>A citizen's request for a certificate, complete (VNeID contract, TaoHoSo); what was not given is null.</summary>
public sealed record Application : Content
{
    public required string Number { get; init; }
    public required string ProvinceCode { get; init; }
    public string ProvinceName { get; init; } = "";
    public DateText? ReceivedOn { get; init; }
    public int? SourceCode { get; init; }
    public string? SourceName { get; init; }
    public required int FormType { get; init; }
    public int? BanInformation { get; init; }
    public int? PurposeCode { get; init; }
    public string? PurposeName { get; init; }
    public string? OtherPurpose { get; init; }
    public int? Copies { get; init; }
    public required Applicant Applicant { get; init; }
    public int? Authorised { get; init; }
    public Authorisation? Authorisation { get; init; }
    public string? DeclaredConvictions { get; init; }
    public IReadOnlyList<Stay> Stays { get; init; } = [];
    public Payment? Payment { get; init; }
    public IReadOnlyList<AttachedPaper> Papers { get; init; } = [];
    public Receipt? Receipt { get; init; }
    public IReadOnlyList<ExtraMember> Extra { get; init; } = [];
    public IReadOnlyList<Warning> Warnings { get; init; } = [];

    /// <summary>Where the request was made, 0 when not said.</summary>
    [JsonIgnore]
    public int Source => SourceCode ?? 0;

    /// <summary>Paper copies are wanted: by post (2), or collected in person (1, not confirmed by the partner).</summary>
    [JsonIgnore]
    public bool PaperAsked => Payment?.PaperDelivery is > 0;

    [JsonIgnore]
    public bool IsAuthorised => Authorised == 1;

    /// <summary>What a look-up was made for: equal for two versions when an answer to one holds for the other.</summary>
    [JsonIgnore]
    public string LookupIdentity => string.Join('|', Applicant.FullName, Applicant.BirthDate.Shown, Applicant.Sex, Applicant.IdNumber);

    /// <summary>All attached files, flat.</summary>
    [JsonIgnore]
    public IReadOnlyList<Attachment> Attachments =>
        [.. Papers.SelectMany(paper => paper.Files, (paper, file) => paper.Attach(file))];
}
