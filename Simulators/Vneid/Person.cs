namespace LLTP.Hub.Simulators.Vneid;

/// <summary>An invented citizen.</summary>
sealed record Person(
    string FullName, bool Male, DateOnly Birth, string PersonalNumber, string Phone, string Email,
    string Father, string Mother, string? Spouse, Place Home, string Street);
