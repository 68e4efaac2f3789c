using System.Globalization;
using System.Xml;

namespace LLTP.Hub.Security;

/// <summary>The wsu:Timestamp of a message: when it was made and how long it counts.</summary>
static class SoapTimestamp
{
    const string Accepted = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK";

    /// <summary>Created may differ from now by the window, in both directions; Expires, when there is one, counts as written.</summary>
    public static SignatureRefusalCode? Judge(XmlElement timestamp, DateTimeOffset now, TimeSpan window)
    {
        if (Time(timestamp, "Created") is not { } created) return SignatureRefusalCode.TimestampMissing;
        var expires = Time(timestamp, "Expires");
        if (expires is null && Elements.Children(timestamp, "Expires", Names.Wsu).Count > 0) return SignatureRefusalCode.TimestampMissing;
        bool counts = (now - created).Duration() <= window && (expires is null || (now < expires && created < expires));
        return counts ? null : SignatureRefusalCode.TimestampExpired;
    }

    public static DateTimeOffset? Created(XmlElement timestamp) => Time(timestamp, "Created");

    static DateTimeOffset? Time(XmlElement timestamp, string name)
    {
        if (Elements.Children(timestamp, name, Names.Wsu) is not [var element]) return null;
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal;
        string text = element.InnerText.Trim();
        return DateTimeOffset.TryParseExact(text, Accepted, CultureInfo.InvariantCulture, Utc, out var time) ? time : null;
    }
}
