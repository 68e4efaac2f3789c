using System.Collections;
using System.Text.Json;
using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Mappings.Json;

/// <summary>Writes wire types with the partner's words; members not given are left out or written as null.</summary>
sealed class WireWriter(Utf8JsonWriter writer, FileSource files)
{
    readonly Dictionary<string, List<ExtraMember>> extra = [];

    public bool Nulls { get; init; }

    /// <summary>Members that came beside the contract, written back where they stood.</summary>
    public IReadOnlyList<ExtraMember> Extra
    {
        init => extra = value.GroupBy(member => member.Parent).ToDictionary(group => group.Key, group => group.ToList());
    }

    public void Write(object wire) => WriteObject(wire, "");

    void WriteObject(object wire, string path)
    {
        var kept = extra.GetValueOrDefault(path) ?? [];
        writer.WriteStartObject();
        foreach (var member in WireMember.Of(wire.GetType()))
            if (!kept.Exists(other => other.Name == member.Name))
                WriteMember(member, member.Property.GetValue(wire), path);
        foreach (var member in kept)
            WriteRaw(member);
        writer.WriteEndObject();
    }

    void WriteRaw(ExtraMember member)
    {
        writer.WritePropertyName(member.Name);
        writer.WriteRawValue(member.Json, skipInputValidation: true);
    }

    void WriteMember(WireMember member, object? value, string path)
    {
        if (value is null && !Nulls)
            return;
        writer.WritePropertyName(member.Name);
        WriteValue(value, MemberPath.Of(path, member.Name));
    }

    void WriteValue(object? value, string path)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case string text: writer.WriteStringValue(text); break;
            case int number: writer.WriteNumberValue(number); break;
            case FileRef file: writer.WriteBase64StringValue(files(file).Span); break;
            case IEnumerable items: WriteItems(items, path); break;
            default: WriteObject(value, path); break;
        }
    }

    void WriteItems(IEnumerable items, string path)
    {
        var index = 0;
        writer.WriteStartArray();
        foreach (var item in items)
            WriteValue(item, MemberPath.Item(path, index++));
        writer.WriteEndArray();
    }
}
