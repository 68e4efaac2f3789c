using System.Text.Json.Nodes;
using Xunit;

namespace LLTP.Hub.Tests.Mappings;

static class JsonEquality
{
    /// <summary>Equal as JSON values: the order of members does not count, everything else does.</summary>
    public static void Same(ReadOnlyMemory<byte> expected, ReadOnlyMemory<byte>? actual)
    {
        var (left, right) = (JsonNode.Parse(expected.Span), JsonNode.Parse((actual ?? default).Span));
        Assert.True(JsonNode.DeepEquals(left, right), $"expected {left}\nbut was {right}");
    }
}
