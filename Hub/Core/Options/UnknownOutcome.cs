namespace LLTP.Hub.Core.Options;

/// <summary>What is done about a delivery whose outcome nobody knows.</summary>
public enum UnknownOutcome
{
    /// <summary>The partner is asked; while it cannot say, what its contract makes repeatable is sent again.</summary>
    AskThenRepeat,

    /// <summary>Never sent blindly: for a partner in which a repeat may take effect twice, whatever its contract says.</summary>
    AskOnly,

    /// <summary>Never asked: for a partner whose answers to questions cannot be relied upon.</summary>
    RepeatOnly,
}
