namespace LLTP.Hub.Security;

/// <summary>The forms of a same-document reference: empty, #id, and the two XPointers that XML-DSig names (section 4.4.3.3).</summary>
static class ReferenceUri
{
    const string Root = "#xpointer(/)";
    const string Start = "#xpointer(id(";
    const string End = "))";

    /// <summary>Why a reference is not followed; null when it stays inside the document.</summary>
    public static SignatureRefusal? Refuse(string? uri, SignatureProfile profile)
    {
        if (uri is null) return Refuse("has a reference without URI");
        if (uri.Length == 0) return null;
        if (uri[0] != '#') return Refuse("refers to something outside the document");
        if (uri.Length == 1) return SignatureRefusal.Of(SignatureRefusalCode.ReferenceNotAllowed);
        bool isPointer = uri.Contains('(', StringComparison.Ordinal);
        return isPointer && (!profile.Pointers || (uri != Root && Pointed(uri) is null)) ? Refuse("uses an XPointer outside the agreed list") : null;
    }

    public static bool KeepsComments(string? uri) => uri is not null && uri.StartsWith("#xpointer(", StringComparison.Ordinal);

    /// <summary>True when the whole document is meant and not an element of it.</summary>
    public static bool IsDocument(string uri) => uri.Length == 0 || uri == Root;

    /// <summary>The identifier in #id or #xpointer(id('id')).</summary>
    public static string IdOf(string uri) => Pointed(uri) ?? uri[1..];

    static string? Pointed(string uri)
    {
        if (!uri.StartsWith(Start, StringComparison.Ordinal) || !uri.EndsWith(End, StringComparison.Ordinal)) return null;
        var quoted = uri[Start.Length..^End.Length];
        return quoted.Length > 2 && quoted[0] is '\'' or '"' && quoted[^1] == quoted[0] && quoted.LastIndexOf(quoted[0], quoted.Length - 2) == 0
            ? quoted[1..^1]
            : null;
    }

    static SignatureRefusal Refuse(string what) => new(SignatureRefusalCode.ReferenceNotAllowed, $"The signature {what}, which is refused.");
}
