using System.Collections;
using System.Globalization;
using System.Text.Json;
using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Mappings.Json;

/// <summary>
/// Reads a scanned body into wire types: lenient about numbers written as texts and the reverse, deaf to unknown members,
/// which it keeps. Blank, empty and null are read as not given; their form is kept too.
/// </summary>
sealed class WireReader(Notes notes)
{
    public T Read<T>(JsonElement element) where T : class, new()
    {
        var wire = new T();
        if (element.ValueKind == JsonValueKind.Object)
            Fill(wire, element, "");
        else
            notes.Refuse(MappingFailureCode.BadValue, "");
        return wire;
    }

    void Fill(object wire, JsonElement element, string path)
    {
        var members = WireMember.Of(wire.GetType());
        foreach (var given in element.EnumerateObject())
            if (members.FirstOrDefault(member => given.NameEquals(member.Name)) is { } member)
                member.Property.SetValue(wire, Value(member, given.Value, path));
            else
                KeepUnknown(given, path);
    }

    void KeepUnknown(JsonProperty given, string path)
    {
        var where = MemberPath.Of(path, given.Name);
        notes.Extra.Add(new(path, given.Name, given.Value.GetRawText(), false));
        notes.Say(where, "", "unknown member kept");
    }

    object? Value(WireMember member, JsonElement value, string parent)
    {
        var path = MemberPath.Of(parent, member.Name);
        if (IsEmpty(value))
            return KeepForm(member, value, parent);
        if (member.Type == typeof(FileRef))
            return JsonForm.ReadFile(value);
        if (member.Item is { } item)
            return Items(item, value, path);
        var scalar = member.Type == typeof(string) || member.Type == typeof(int);
        return scalar ? Scalar(member, value, parent) : Nested(member.Type, value, path);
    }

    static bool IsEmpty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.String => string.IsNullOrWhiteSpace(value.GetString()),
        JsonValueKind.Array => value.GetArrayLength() == 0,
        _ => false
    };

    object? KeepForm(WireMember member, JsonElement value, string parent)
    {
        notes.Extra.Add(new(parent, member.Name, value.GetRawText(), true));
        return null;
    }

    object? Scalar(WireMember member, JsonElement value, string parent)
    {
        var text = Text(value);
        var path = MemberPath.Of(parent, member.Name);
        if (text is null)
            return member.AnyShape ? KeepOddForm(member, value, parent) : Refused(MappingFailureCode.BadValue, path);
        var whole = member.Type == typeof(int);
        if (value.ValueKind != (whole ? JsonValueKind.Number : JsonValueKind.String))
            KeepOddForm(member, value, parent);
        return whole ? Whole(text, path) : Clean(text, path);
    }

    object? KeepOddForm(WireMember member, JsonElement value, string parent)
    {
        notes.Say(MemberPath.Of(parent, member.Name), "", "accepted in another JSON type");
        return KeepForm(member, value, parent);
    }

    static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null
    };

    object? Whole(string text, string path) =>
        int.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? whole
            : Refused(MappingFailureCode.BadNumber, path);

    string Clean(string text, string path)
    {
        var clean = TextForm.Clean(text);
        if (clean is null)
            notes.Refuse(MappingFailureCode.BadCharacter, path);
        else if (!ReferenceEquals(clean, text))
            notes.Say(path, "", "text brought to NFC");
        return clean ?? "";
    }

    object? Nested(Type type, JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Object || Activator.CreateInstance(type) is not { } wire)
            return Refused(MappingFailureCode.BadValue, path);
        Fill(wire, value, path);
        return wire;
    }

    object? Items(Type type, JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Array || Activator.CreateInstance(typeof(List<>).MakeGenericType(type)) is not IList list)
            return Refused(MappingFailureCode.BadValue, path);
        foreach (var item in value.EnumerateArray())
            Add(list, type, item, MemberPath.Item(path, list.Count));
        return list;
    }

    void Add(IList list, Type type, JsonElement item, string path)
    {
        if (type == typeof(string) && item.ValueKind == JsonValueKind.String)
            list.Add(Clean(item.GetString() ?? "", path));
        else if (type != typeof(string) && Nested(type, item, path) is { } wire)
            list.Add(wire);
        else
            notes.Refuse(MappingFailureCode.BadValue, path);
    }

    object? Refused(MappingFailureCode code, string path)
    {
        notes.Refuse(code, path);
        return null;
    }
}
