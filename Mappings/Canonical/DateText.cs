using System.Text.Json.Serialization;

namespace LLTP.Hub.Mappings.Canonical;

/// <summary>A date exactly as the partner wrote it, with its value where it could be read.</summary>
public sealed record DateText(string Raw, PartialDate? Value)
{
    /// <summary>dd/MM/yyyy, MM/yyyy or yyyy where it could be read, else as it was written.</summary>
    [JsonIgnore]
    public string Shown => Value?.ToString() ?? Raw;
}
