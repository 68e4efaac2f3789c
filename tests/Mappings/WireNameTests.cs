using System.Reflection;
using System.Text.Json.Serialization;
using LLTP.Hub.Mappings.Canonical;
using Xunit;

namespace LLTP.Hub.Tests.Mappings;

public sealed class WireNameTests
{
    [Theory, MemberData(nameof(Types))]
    public void Wire_type_has_exactly_the_names_of_the_contract(string contract, string type)
    {
        var wire = typeof(Content).Assembly.GetType($"LLTP.Hub.Mappings.{contract}.{type}", throwOnError: true);
        Assert.Equal(Listed(contract)[type], Names(wire).ToArray());
    }

    [Theory, InlineData("Vneid"), InlineData("Dvcqg"), InlineData("Lgsp")]
    public void No_wire_type_is_missing_from_the_list_of_the_contract(string contract)
    {
        var found = typeof(Content).Assembly.GetTypes()
            .Where(type => type.Namespace == $"LLTP.Hub.Mappings.{contract}" && !type.IsPublic && Names(type).Any())
            .Select(type => type.Name);
        Assert.Equal(Listed(contract).Keys.Order(), found.Order());
    }

    [Fact]
    public void Property_names_are_the_words_of_the_wire()
    {
        var odd = typeof(Content).Assembly.GetTypes().SelectMany(type => type.GetProperties())
            .Select(property => (property.Name, Wire: property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name))
            .Where(pair => pair.Wire is not null && !pair.Name.Equals(pair.Wire, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(["MaToiDanh"], odd.Select(pair => pair.Name));
    }

    public static TheoryData<string, string> Types()
    {
        var data = new TheoryData<string, string>();
        foreach (var contract in new[] { "Vneid", "Dvcqg", "Lgsp" })
            foreach (var type in Listed(contract).Keys)
                data.Add(contract, type);
        return data;
    }

    static Dictionary<string, string[]> Listed(string contract) =>
        File.ReadAllLines(Path.Combine(Places.Tests, "Contract", contract.ToLowerInvariant() + ".txt"))
            .Select(line => line.Split(": "))
            .ToDictionary(parts => parts[0], parts => parts[1].Split(' '));

    static IEnumerable<string> Names(Type? type) => (type?.GetProperties() ?? [])
        .Select(property => property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name)
        .OfType<string>();
}
