namespace LLTP.Hub.Mappings.Vneid;

/// <summary>How much of the certificate a result message carries.</summary>
public enum ResultDetail
{
    Full,
    Numbers,
    None
}
