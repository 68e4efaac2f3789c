namespace LLTP.Hub.Simulators.Vneid;

/// <summary>A file that the citizen adds.</summary>
sealed record CitizenFile(string Code, string Title, string MediaType, byte[] Bytes);

/// <summary>Who pays what: nhomDoiTuong and the fee in đồng.</summary>
sealed record FeeGroup(int Code, string Name, int Fee);

/// <summary>All that one citizen declares in one application.</summary>
sealed record Declaration
{
    public required Person Applicant { get; init; }

    public required int FormType { get; init; }

    public required bool BanInformation { get; init; }

    public required bool Paper { get; init; }

    public required FeeGroup Fee { get; init; }

    public Person? Authorised { get; init; }

    public string? Convictions { get; init; }

    public required IReadOnlyList<CitizenFile> Files { get; init; }
}
