namespace LLTP.Hub.Core.Partners;

/// <summary>The six meanings that a reply can have, and the parked seventh: words that nobody has judged yet.</summary>
public enum ReplyClass
{
    Done,
    AlreadyDone,
    Rejected,
    Retry,
    Unknown,
    Conflict,
    UnknownReply,
    NotMapped,
}
