using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Serialization;

namespace LLTP.Hub.Mappings.Json;

/// <summary>A member of a wire type: the partner's word, and where its value stands.</summary>
sealed record WireMember(string Name, PropertyInfo Property, Type Type)
{
    static readonly ConcurrentDictionary<Type, IReadOnlyList<WireMember>> Known = new();

    /// <summary>The members of a wire type in the order of the contract.</summary>
    public static IReadOnlyList<WireMember> Of(Type type) => Known.GetOrAdd(type, static wire =>
        [.. wire.GetProperties().Where(Counts).OrderBy(property => property.MetadataToken).Select(Member)]);

    /// <summary>The type of the items when the member is a list.</summary>
    public Type? Item { get; } = Type.IsGenericType ? Type.GetGenericArguments()[0] : null;

    public bool AnyShape { get; } = Property.IsDefined(typeof(AnyShapeAttribute));

    static bool Counts(PropertyInfo property) => property.GetCustomAttribute<JsonPropertyNameAttribute>() is not null;

    static WireMember Member(PropertyInfo property) => new(
        property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? property.Name,
        property,
        Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType);
}
