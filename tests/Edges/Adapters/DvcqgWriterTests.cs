using LLTP.Hub.Core.Partners;
using Xunit;

namespace LLTP.Hub.Tests.Edges.Adapters;

public sealed class DvcqgWriterTests(KeysFolder keys) : IClassFixture<KeysFolder>
{
    [Theory]
    [InlineData("Hub", 2, true), InlineData("Tthc", 0, false), InlineData("Off", 0, false)]
    public async Task Nothing_is_owed_to_the_portal_where_somebody_else_writes(string writer, int kinds, bool configured)
    {
        await using var tested = new AdapterUnderTest(
            keys.Path, Partner.Dvcqg, new("http://127.0.0.1:9/"), TimeSpan.FromSeconds(1), ("Writer", writer));

        Assert.Equal((kinds, configured), (tested.Adapter.Descriptor.Kinds.Count, tested.Adapter.IsConfigured));
    }
}
