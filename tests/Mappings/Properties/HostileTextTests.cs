using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using LLTP.Hub.Mappings.Canonical;
using Xunit;

namespace LLTP.Hub.Tests.Mappings;

public sealed class HostileTextTests
{
    static readonly IReadOnlyList<string> TextFields =
        [.. Flat.Json(JsonNode.Parse(Full("đ"))).Where(field => field.Value == "đ").Select(field => field.Key)];

    [Fact]
    public void There_are_enough_hostile_texts_and_every_free_text_field_is_tried()
    {
        Assert.InRange(HostileTexts.Carried.Concat(HostileTexts.Impossible).Concat(HostileTexts.Blank).Distinct().Count(), 250, 1000);
        Assert.InRange(TextFields.Select(ContractPlaces.Shape).Distinct().Count(), 85, 200);
    }

    [Fact]
    public void Every_text_that_xml_can_carry_reaches_every_contract_in_every_field_code_point_for_code_point() =>
        Assert.All(HostileTexts.Carried, text => Carries(Full(text), text));

    [Fact]
    public void A_text_that_xml_cannot_carry_is_refused_with_the_path_of_its_field_in_every_field() =>
        Assert.All(HostileTexts.Impossible, text => Assert.All(text.Length == 1 ? TextFields : TextFields.Take(9), field =>
            Refused(MappingFailureCode.BadCharacter, field, Samples.Read(With(field, text)))));

    [Fact]
    public void A_blank_text_is_not_given_and_goes_back_as_it_came() => Assert.All(HostileTexts.Blank, text =>
    {
        Refused(MappingFailureCode.MissingField, "maTinh", Samples.Read(Full(text)));
        var json = With("toKhai.nycTenGoiKhac", text);
        Assert.Empty(Contracts.LostInJson(Contracts.Expected(json), Samples.Read(json)));
        Assert.DoesNotContain("declarationWSForm.otherName", Flat.Xml(Contracts.ToLltp(Samples.Read(json)).Bytes).Keys);
    });

    [Theory]
    [InlineData("toKhai.nycHoTen"), InlineData("toKhai.thongTinAnTich"), InlineData("toKhai.nycThuongTru.chiTiet")]
    [InlineData("toKhai.nycSoGiayTo")]
    public void A_megabyte_of_one_letter_goes_where_it_fits_and_is_refused_by_name_where_it_does_not(string field)
    {
        var json = With(field, HostileTexts.Megabyte);
        var reading = Samples.Read(json);
        Assert.Empty(Contracts.LostInJson(Contracts.Expected(json), reading));
        Assert.Empty(Contracts.LostInDvcqg(Contracts.Expected(json), reading));
        var failure = Contracts.ToLltp(reading).Failure;
        Assert.Equal(MappingFailureCode.TooLong, failure?.Code);
        Assert.StartsWith(failure?.Path ?? "", field, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_at_all_survives_in_any_field_or_is_refused_with_its_path()
    {
        var cases = Arb.From(Gen.Zip(AnyText.Wild, Gen.Elements(TextFields.AsEnumerable())));
        Check.One(Rounds.Of(400), Prop.ForAll(cases, pair =>
        {
            var json = With(pair.Item2, pair.Item1);
            if (Samples.Read(json) is { Refusal: { } refusal })
                Assert.Equal(pair.Item2, refusal.Path);
            else
                Carries(json, pair.Item1);
        }));
    }

    static void Carries(string json, string text)
    {
        var (request, reading) = (Contracts.Expected(json), Samples.Read(json));
        Assert.Null(reading.Refusal);
        Assert.Empty(Contracts.LostInJson(request, reading));
        Assert.Empty(Contracts.LostInDvcqg(request, reading));
        Fits(Contracts.ToLltp(reading), text, 4000 / 6, writing => Contracts.LostInLltp(request, writing));
        Fits(Contracts.ToV06(reading), text, 64, writing => Contracts.LostInV06(request, writing));
    }

    // A blank is not given: what a contract cannot do without is then missing.
    static void Fits(Writing writing, string text, int longest, Func<Writing, IEnumerable<string>> lost)
    {
        var isBlank = string.IsNullOrWhiteSpace(text);
        if ((isBlank || text.Length > longest) && writing.Failure is { } failure)
            Assert.Equal(isBlank ? MappingFailureCode.MissingField : MappingFailureCode.TooLong, failure.Code);
        else
            Assert.Empty(lost(writing));
    }

    static void Refused(MappingFailureCode code, string path, Reading<Application> reading) =>
        Assert.Equal((code, path), (reading.Refusal?.Code, reading.Refusal?.Path));

    /// <summary>A request with every field, all free texts the same.</summary>
    static string Full(string text) => Gen.Sample(new AnyDossier(Gen.Constant(text), 100).Body, 1).Single();

    static JsonNode? Step(JsonNode? node, string part) => part[0] == '[' ? node?[int.Parse(part[1..^1], null)] : node?[part];

    static string With(string field, string text)
    {
        var json = Full("đ");
        var parts = field.Replace("[", ".[", StringComparison.Ordinal).Split('.');
        var parent = parts[..^1].Aggregate(JsonNode.Parse(json), Step) ?? throw new InvalidDataException(field);
        parent[parts[^1]] = "@@@";
        return parent.Root.ToJsonString().Replace("\"@@@\"", Flat.Quoted(text), StringComparison.Ordinal);
    }
}
