using System.Globalization;
using System.Xml;
using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Mappings.Xml;

/// <summary>The child elements of one XML element by name, with their checks; what is wrong goes to the notes.</summary>
sealed class XmlFields
{
    public const int MaxText = 4000;

    readonly Notes notes;
    readonly string path;
    readonly Dictionary<string, List<XmlElement>> children;
    readonly HashSet<string> asked = [];

    public XmlFields(XmlElement element, Notes notes, string path = "")
    {
        this.notes = notes;
        this.path = path;
        children = element.ChildNodes.OfType<XmlElement>()
            .Where(child => child.NamespaceURI == element.NamespaceURI)
            .GroupBy(child => child.LocalName)
            .ToDictionary(group => group.Key, group => group.ToList());
    }

    public string Path(string name) => Json.MemberPath.Of(path, name);

    public IReadOnlyList<XmlFields> All(string name)
    {
        asked.Add(name);
        return [.. (children.GetValueOrDefault(name) ?? []).Select((child, index) =>
            new XmlFields(child, notes, Json.MemberPath.Item(Path(name), index)))];
    }

    public XmlFields? Nested(string name) => One(name) is { } child ? new(child, notes, Path(name)) : null;

    /// <summary>A text as it came, in NFC; nothing when it is blank.</summary>
    public string? Text(string name, int longest = MaxText) => Checked(name, One(name)?.InnerText, longest);

    public string Required(string name, int longest = MaxText) => Text(name, longest) ?? Missing(name);

    /// <summary>A code or number, without the white space around it.</summary>
    public string? Token(string name, int longest = MaxText) => Checked(name, One(name)?.InnerText.Trim(), longest);

    public string RequiredToken(string name, int longest = MaxText) => Token(name, longest) ?? Missing(name);

    public int Whole(string name)
    {
        if (int.TryParse(RequiredToken(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
            return whole;
        notes.Refuse(MappingFailureCode.BadNumber, Path(name));
        return 0;
    }

    /// <summary>A moment; without an offset it is Vietnam time.</summary>
    public DateTimeOffset Moment(string name)
    {
        var text = RequiredToken(name);
        if ((Dates.Moment(text) ?? Dates.Moment(text + "+07:00")) is { } at)
            return at;
        notes.Refuse(MappingFailureCode.BadDate, Path(name));
        return default;
    }

    /// <summary>The text of an element that may be far longer than a text field, such as base64.</summary>
    public string? Raw(string name) => One(name)?.InnerText;

    /// <summary>Names the elements that nobody asked for.</summary>
    public void ReportRest()
    {
        foreach (var name in children.Keys.Where(name => !asked.Contains(name)))
            notes.Say(Path(name), "", "unknown element ignored");
    }

    string? Checked(string name, string? text, int longest)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var clean = TextForm.Clean(text);
        if (clean is null)
            notes.Refuse(MappingFailureCode.BadCharacter, Path(name));
        else if (clean.Length > longest)
            notes.Refuse(MappingFailureCode.TooLong, Path(name));
        return clean;
    }

    string Missing(string name)
    {
        notes.Refuse(MappingFailureCode.MissingField, Path(name));
        return "";
    }

    XmlElement? One(string name)
    {
        asked.Add(name);
        var found = children.GetValueOrDefault(name);
        if (found?.Count > 1)
            notes.Refuse(MappingFailureCode.DuplicateMember, Path(name));
        return found?[0];
    }
}
