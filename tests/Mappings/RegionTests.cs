using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Lltp;
using Xunit;

namespace LLTP.Hub.Tests.Mappings;

public sealed class RegionTests
{
    static readonly Dictionary<string, string> Known = new() { ["1"] = "r1", ["2"] = "r2", ["3"] = "r3", ["4"] = "r4" };

    [Fact]
    public void The_ministrys_codes_of_regions_go_to_all_four_places_and_out_of_the_report()
    {
        var writing = Write(Known);
        var xml = Flat.Xml(writing.Bytes);
        Assert.Equal(("r1", "r2", "r3", "r4"), (xml["declarationWSForm.reRegionId"], xml["declarationWSForm.rtRegionId"],
            xml["mandatorWSForm.birthPlaceId"], xml["mandatorWSForm.regionId"]));
        Assert.DoesNotContain(writing.Report, line => line.Path.EndsWith("nycThuongTru.maPhuongXa", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1", "toKhai.nycThuongTru.maPhuongXa"), InlineData("4", "toKhai.thongTinUyQuyen.nuqNoiOHienTai.maPhuongXa")]
    public void A_region_that_the_ministry_has_no_code_for_stops_the_message_and_names_the_field(string missing, string path) =>
        Assert.Equal((MappingFailureCode.UnmappedCode, path), Write(Known.Where(pair => pair.Key != missing).ToDictionary()).Failure is { } failure
            ? (failure.Code, failure.Path) : default);

    static Writing Write(Dictionary<string, string> regions)
    {
        var json = Samples.Json("authorised");
        IntakeTests.Set(json, "toKhai.nycThuongTru.maPhuongXa", "1");
        json["toKhai"]!["nycTamTru"] = new System.Text.Json.Nodes.JsonObject { ["maPhuongXa"] = "2", ["tenPhuongXa"] = "Xã Hai" };
        IntakeTests.Set(json, "toKhai.thongTinUyQuyen.nuqNoiDKKS.maPhuongXa", "3");
        IntakeTests.Set(json, "toKhai.thongTinUyQuyen.nuqNoiOHienTai.maPhuongXa", "4");
        var reading = Samples.Read(json.ToJsonString());
        return LltpMap.WriteDossier(Samples.Facts() with { Catalogues = Samples.Saying("communes", "lltp", regions) },
            Samples.Value(reading), Samples.Files(reading), new() { MinistryJusticeId = "41" });
    }
}
