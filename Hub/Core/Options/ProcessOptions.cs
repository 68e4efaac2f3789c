namespace LLTP.Hub.Core.Options;

public enum DueDateMaster
{
    Hub,
    Tthc,
}

/// <summary>How the province runs the process.</summary>
public sealed class ProcessOptions
{
    public const string Section = "DueDate";

    /// <summary>Whose due date citizens see; the other one is kept and shown.</summary>
    public DueDateMaster Master { get; init; } = DueDateMaster.Hub;
}
