namespace LLTP.Hub.Mappings.Canonical;

/// <summary>A place of two or three administrative tiers; the district is empty since 1/7/2025.</summary>
public sealed record Address
{
    public string? ProvinceCode { get; init; }
    public string? ProvinceName { get; init; }
    public string? DistrictCode { get; init; }
    public string? DistrictName { get; init; }
    public string? CommuneCode { get; init; }
    public string? CommuneName { get; init; }
    public string? Detail { get; init; }
    public string? CountryName { get; init; }

    /// <summary>One line without empty parts, from the smallest part to the largest; the country only when it is a foreign one.</summary>
    public string Line() => Join(Detail, CommuneName, DistrictName, ProvinceName, IsVietnam(CountryName) ? null : CountryName);

    internal static string Join(params ReadOnlySpan<string?> parts)
    {
        var kept = new List<string>();
        foreach (var part in parts)
            if (!string.IsNullOrWhiteSpace(part))
                kept.Add(part.Trim());
        return string.Join(", ", kept);
    }

    internal static bool IsVietnam(string? country) => country?.Trim().ToUpperInvariant() is "VN" or "VIỆT NAM" or "VIET NAM";
}

/// <summary>Where somebody was born; the code VN makes it a place in Vietnam.</summary>
public sealed record BirthPlace(Address Address, string? CountryCode, string? Detail)
{
    /// <summary>One line without empty parts; a foreign country that is not named goes by its code.</summary>
    public string Line() => Address.Join(Detail, Address.Line(), IsNamed ? null : CountryCode);

    bool IsNamed => !string.IsNullOrWhiteSpace(Address.CountryName) || Address.IsVietnam(CountryCode);
}
