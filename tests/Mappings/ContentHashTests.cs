using System.Text.Json.Nodes;
using Xunit;

namespace LLTP.Hub.Tests.Mappings;

public sealed class ContentHashTests
{
    [Fact]
    public void The_order_of_members_and_white_space_do_not_count()
    {
        var json = Samples.Json("convictions");
        var turned = new JsonObject(json.Reverse().Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
        var hash = Samples.Read(json.ToJsonString()).ContentHash;
        Assert.Equal(64, hash.Length);
        Assert.Equal(hash, Samples.Read(turned.ToString()).ContentHash);
    }

    [Theory]
    [InlineData("toKhai.nycHoTen", "Nguyễn Văn Khác"), InlineData("toKhai.x", 1), InlineData("toKhai.nycTamTru", "")]
    public void Every_value_counts(string path, object value)
    {
        var hash = Samples.Read(_ => { }).ContentHash;
        Assert.NotEqual(hash, Samples.Read(json => IntakeTests.Set(json, path, JsonValue.Create(value))).ContentHash);
    }

    [Fact]
    public void The_content_of_a_file_counts()
    {
        var json = Samples.Json("convictions");
        var hash = Samples.Read(json.ToJsonString()).ContentHash;
        IntakeTests.Set(json, "toKhai.giayToDinhKem[1].danhSach[0].duLieu", Convert.ToBase64String(Samples.Pdf));
        Assert.NotEqual(hash, Samples.Read(json.ToJsonString()).ContentHash);
    }
}
