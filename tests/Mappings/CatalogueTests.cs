using System.Text;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Catalogues;
using LLTP.Hub.Mappings.Dvcqg;
using LLTP.Hub.Mappings.Lltp;
using Xunit;

namespace LLTP.Hub.Tests.Mappings;

public sealed class CatalogueTests
{
    static readonly DateOnly Before = new(2025, 6, 30), After = new(2025, 7, 1);

    public static TheoryData<string> Names => [.. CatalogueSet.Shipped.All.Select(catalogue => catalogue.Name)];

    [Theory, MemberData(nameof(Names))]
    public void A_shipped_catalogue_comes_back_the_same_from_its_file_and_from_a_spreadsheet(string name)
    {
        var catalogue = Find(name);
        var json = Samples.Value(CatalogueFile.Read(CatalogueFile.Write(catalogue)));
        var table = Samples.Value(CatalogueTable.Read(CatalogueTable.Write(catalogue), name, catalogue.Title, catalogue.Version));
        Assert.Equal(CatalogueFile.Write(catalogue), CatalogueFile.Write(json));
        Assert.Equal(CatalogueTable.Write(catalogue), CatalogueTable.Write(table));
        Assert.Equal(catalogue.Rows.Select(row => row with { Targets = json.Rows[0].Targets }), table.Rows.Select(row => row with
        {
            Targets = json.Rows[0].Targets
        }));
    }

    [Fact]
    public void The_national_lists_are_complete()
    {
        Assert.Equal((63, 34), (In("provinces", Before), In("provinces", After)));
        Assert.Equal((54, 249, 10), (In("ethnic-groups", After), In("nationalities", After), In("states", After)));
    }

    [Fact]
    public void Every_old_province_leads_to_one_of_the_thirty_four_and_each_of_them_is_reached()
    {
        var old = Find("provinces").Rows.Where(row => row.HoldsOn(Before)).ToList();
        var reached = old.Select(row => row.Targets[Catalogue.Successor]).Distinct().Order();
        Assert.Equal(Find("provinces").Rows.Where(row => row.HoldsOn(After)).Select(row => row.Code).Order(), reached);
    }

    [Theory]
    [InlineData("64", "Tỉnh Gia Lai"), InlineData("52", "Tỉnh Gia Lai"), InlineData("35", "Tỉnh Ninh Bình"), InlineData("1", "Thành phố Hà Nội")]
    [InlineData("38", "Tỉnh Thanh Hóa"), InlineData("77", "Thành phố Hồ Chí Minh"), InlineData("99", null), InlineData(null, null)]
    public void A_province_is_found_by_its_code_of_today_or_of_before_the_mergers(string? code, string? name) =>
        Assert.Equal(name, CatalogueSet.Shipped.Province(code, new(2026, 6, 1))?.Name);

    [Fact]
    public void The_same_code_means_what_it_meant_on_the_day()
    {
        Assert.Equal("Tỉnh Bình Định", CatalogueSet.Shipped.Province("52", Before)?.Name);
        Assert.Equal("Tỉnh Thừa Thiên Huế", CatalogueSet.Shipped.Province("46", new(2024, 12, 31))?.Name);
        Assert.Equal("3.000333", CatalogueSet.Shipped.Procedures.Current("2.000488", new(2026, 1, 1))?.Code);
        Assert.Equal("2.000488", CatalogueSet.Shipped.Procedures.Current("2.000488", new(2025, 2, 28))?.Code);
    }

    [Fact]
    public void Every_row_names_its_source_and_the_unconfirmed_ones_can_be_listed()
    {
        Assert.All(CatalogueSet.Shipped.All.SelectMany(catalogue => catalogue.Rows), row => Assert.NotEmpty(row.Source));
        var doubtful = CatalogueSet.Shipped.Unconfirmed(After).Select(row => row.Catalogue).ToHashSet();
        Assert.Superset(new HashSet<string> { "fees", "procedures", "id-papers" }, doubtful);
        Assert.DoesNotContain("ethnic-groups", doubtful);
    }

    [Fact]
    public void An_imported_row_maps_a_code_that_stopped_the_message_and_another_set_does_not_know_it()
    {
        var application = Samples.Value(Samples.Read(json => IntakeTests.Set(json, "toKhai.nycLoaiGiayTo", 5)));
        var papers = CatalogueSet.Shipped.IdPapers;
        var wider = papers with { Version = "2", Rows = [.. papers.Rows, new("5", "Giấy khác", "x", true) { Targets = new Dictionary<string, string> { ["lltp"] = "3" } }] };
        var facts = Samples.Facts() with { Catalogues = CatalogueSet.Shipped.With(Samples.Value(CatalogueFile.Read(CatalogueFile.Write(wider)))) };
        Assert.Equal("toKhai.nycLoaiGiayTo", Write(Samples.Facts(), application).Failure?.Path);
        Assert.Equal("3", Flat.Xml(Write(facts, application).Bytes)["declarationWSForm.idTypeId"]);
    }

    [Theory]
    [InlineData("{}", MappingFailureCode.MissingField, "rows"), InlineData("{", MappingFailureCode.Unreadable, "")]
    [InlineData("""{"name":"A b","title":"t","version":"1","rows":[{"code":"1","name":"n","source":"s"}]}""", MappingFailureCode.BadValue, "name")]
    [InlineData("""{"name":"a","title":"t","rows":[{"code":"1","name":"n","source":"s"}]}""", MappingFailureCode.MissingField, "version")]
    [InlineData("""{"name":"a","title":"t","version":"1","rows":[{"code":"1","name":"n"}]}""", MappingFailureCode.MissingField, "rows[0].source")]
    [InlineData("""{"name":"a","title":"t","version":"1","rows":[{"code":"1","name":"n","source":"s"},{"code":"1","name":"m","source":"s"}]}""",
        MappingFailureCode.DuplicateMember, "rows[1].code")]
    [InlineData("""{"name":"a","title":"t","version":"1","rows":[{"code":"1","name":"n","source":"s","validFrom":"2026-01-02","validTo":"2026-01-01"}]}""",
        MappingFailureCode.BadDate, "rows[0].validTo")]
    public void A_catalogue_that_could_mislead_is_refused_with_the_path(string json, MappingFailureCode code, string path)
    {
        var refusal = CatalogueFile.Read(Encoding.UTF8.GetBytes(json)).Refusal;
        Assert.Equal((code, path), (refusal?.Code, refusal?.Path));
    }

    [Fact]
    public void Communes_are_read_from_a_spreadsheet_with_quotes_and_a_byte_order_mark()
    {
        const string Csv = "\uFEFFcode,name,source,confirmed,validFrom,validTo,province\r\n00001,\"Phường \"\"Mẫu\"\", số 1\",QĐ 19/2025,true,2025-07-01,,01\r\n";
        var row = Samples.Value(CatalogueTable.Read(Encoding.UTF8.GetBytes(Csv), "communes", "Xã", "2025-07-01")).Rows.Single();
        Assert.Equal(("Phường \"Mẫu\", số 1", true, After, "01"), (row.Name, row.Confirmed, row.ValidFrom ?? default, row.Targets["province"]));
        Assert.Equal("rows[0].validFrom", CatalogueTable.Read(Encoding.UTF8.GetBytes(Csv.Replace("2025-07-01", "01/07/2025", StringComparison.Ordinal)),
            "communes", "Xã", "1").Refusal?.Path);
    }

    [Theory, InlineData(3, "1"), InlineData(1, "2"), InlineData(4, "2"), InlineData(null, "2")]
    public void The_national_portal_is_told_by_which_way_the_request_was_made(int? source, string channel)
    {
        var application = Samples.Application("plain") with { SourceCode = source };
        var written = Flat.Json(DvcqgMap.WriteDossier(Samples.Facts(), application, "s", "u", updating: false).Bytes);
        Assert.Equal(channel, written["data[0].KenhThucHien"]);
    }

    static Writing Write(DossierFacts facts, Application application) =>
        LltpMap.WriteDossier(facts, application, _ => default, new() { MinistryJusticeId = "41" });

    static Catalogue Find(string name) => CatalogueSet.Shipped.Find(name) ?? throw new InvalidDataException(name);

    static int In(string name, DateOnly day) => Find(name).Rows.Count(row => row.HoldsOn(day));
}
