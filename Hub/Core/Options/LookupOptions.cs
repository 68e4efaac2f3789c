namespace LLTP.Hub.Core.Options;

/// <summary>Who looks people up in the police records.</summary>
public enum LookupMode
{
    /// <summary>V06, asked by the hub.</summary>
    Hub,

    /// <summary>People in the department's own software, who enter here what they found.</summary>
    ByHand,

    /// <summary>The LLTP software itself: nothing of it passes the hub.</summary>
    InLltp,
}

/// <summary>How look-ups are made; part of the section of V06.</summary>
public sealed class LookupOptions
{
    public const string Section = "Partners:V06";

    public LookupMode Mode { get; init; } = LookupMode.Hub;

    /// <summary>A result that was entered by hand counts when a second person has entered the same.</summary>
    public bool TwoPeople { get; init; } = true;

    /// <summary>Where the people work who enter results by hand.</summary>
    public string Department { get; init; } = "Công an cấp tỉnh (PV06)";
}
