using System.Text;
using System.Text.Json.Nodes;
using LLTP.Hub.Mappings.Vneid;
using Xunit;

namespace LLTP.Hub.Tests.Mappings;

public sealed class RoundTripTests
{
    [Theory, InlineData("authorised"), InlineData("convictions"), InlineData("paper-by-post")]
    public void A_request_that_lacks_any_one_field_is_refused_or_written_back_as_it_came(string sample)
    {
        var accepted = Members(Samples.Json(sample), []).Sum(member => Survives(sample, member, _ => null, remove: true));
        Assert.InRange(accepted, 60, 200);
    }

    [Theory, InlineData("authorised"), InlineData("convictions"), InlineData("paper-by-post")]
    public void A_request_with_any_one_field_null_or_empty_or_strange_is_refused_or_written_back_as_it_came(string sample)
    {
        Func<JsonNode?>[] values = [() => null, () => "", () => new JsonArray(), () => new JsonObject(), () => 7, () => "7", () => true];
        foreach (var value in values)
            Assert.All(Members(Samples.Json(sample), []), member => Survives(sample, member, _ => value(), remove: false));
    }

    [Fact]
    public void No_damage_to_a_body_makes_the_map_throw()
    {
        var random = new Random(570);
        var whole = Samples.Bytes("convictions");
        for (var round = 0; round < 3000; round++)
        {
            var damaged = whole.ToArray();
            for (var count = random.Next(1, 4); count > 0; count--)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            var reading = VneidMap.ReadApplication(damaged, new());
            Assert.NotEqual(reading.Value is null, reading.Refusal is null);
        }
    }

    static int Survives(string sample, IReadOnlyList<object> member, Func<JsonNode?, JsonNode?> value, bool remove)
    {
        var json = Samples.Json(sample);
        Change(json, member, value, remove);
        var reading = Samples.Read(json.ToJsonString());
        if (reading.Value is null)
            return 0;
        JsonEquality.Same(Encoding.UTF8.GetBytes(json.ToJsonString()), VneidMap.WriteRequest(reading.Value, Samples.Files(reading)).Bytes);
        return 1;
    }

    static void Change(JsonNode json, IReadOnlyList<object> member, Func<JsonNode?, JsonNode?> value, bool remove)
    {
        var parent = member.SkipLast(1).Aggregate(json, Step).AsObject();
        var name = (string)member[^1];
        if (remove)
            parent.Remove(name);
        else
            parent[name] = value(parent[name]);
    }

    static JsonNode Step(JsonNode node, object step) =>
        (step is int index ? node[index] : node[(string)step]) ?? throw new InvalidDataException();

    static IEnumerable<IReadOnlyList<object>> Members(JsonNode? node, IReadOnlyList<object> path) => node switch
    {
        JsonObject fields => fields.SelectMany(field => Members(field.Value, [.. path, field.Key]).Prepend([.. path, field.Key])),
        JsonArray items => items.SelectMany((item, index) => Members(item, [.. path, index])),
        _ => []
    };
}
