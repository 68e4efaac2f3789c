using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using LLTP.Hub.Mappings.Canonical;
using Xunit;

namespace LLTP.Hub.Tests.Mappings;

public sealed class LosslessTests
{
    static readonly int Cases = Rounds.AreLong ? 5000 : 150;

    static readonly MappingFailureCode[] NoPlace = [MappingFailureCode.MissingField, MappingFailureCode.UnmappedCode];

    [Fact]
    public void Any_dossier_comes_back_whole_from_the_contracts_that_hold_it_whole() =>
        ForAny((request, reading) => Assert.Empty(Contracts.LostInJson(request, reading)));

    [Fact]
    public void Any_dossier_goes_to_the_lltp_software_with_all_it_has_a_place_for_and_a_report_of_the_rest() =>
        ForAny((request, reading) => Judge(Contracts.ToLltp(reading), writing => Contracts.LostInLltp(request, writing)));

    [Fact]
    public void Any_dossier_goes_to_the_records_department_with_all_it_has_a_place_for_and_a_report_of_the_rest() =>
        ForAny((request, reading) => Judge(Contracts.ToV06(reading), writing => Contracts.LostInV06(request, writing)));

    [Fact]
    public void Any_dossier_goes_to_the_national_portal_with_all_it_has_a_place_for_and_a_report_of_the_rest() =>
        ForAny((request, reading) => Assert.Empty(Contracts.LostInDvcqg(request, reading)));

    [Fact]
    public void The_generated_dossiers_reach_every_contract()
    {
        var readings = Gen.Sample(new AnyDossier(AnyText.Short, 75).Body, 60).Select(json => Samples.Read(json)).ToList();
        Assert.All(readings, reading => Assert.Null(reading.Refusal));
        Assert.InRange(readings.Count(reading => Contracts.ToLltp(reading).Bytes is not null), 20, 60);
        Assert.InRange(readings.Count(reading => Contracts.ToV06(reading).Bytes is not null), 20, 60);
    }

    static void Judge(Writing writing, Func<Writing, IEnumerable<string>> lost)
    {
        if (writing.Failure is { } failure)
            Assert.Contains(failure.Code, NoPlace);
        else
            Assert.Empty(lost(writing));
    }

    static void ForAny(Action<Dictionary<string, string>, Reading<Application>> judge)
    {
        var dossiers = Arb.From(new AnyDossier(AnyText.Short, 75).Body, Smaller);
        Check.One(Rounds.Of(Cases), Prop.ForAll(dossiers, json =>
        {
            var reading = Samples.Read(json);
            if (reading.Value is not null)
                judge(Contracts.Expected(json), reading);
        }));
    }

    static IEnumerable<string> Smaller(string json) => JsonNode.Parse(json) is JsonObject whole ? Without(whole, whole) : [];

    static IEnumerable<string> Without(JsonObject whole, JsonObject part)
    {
        foreach (var (name, value) in part.ToList())
        {
            part.Remove(name);
            yield return whole.ToJsonString();
            part[name] = value;
            if (value is JsonObject inner)
                foreach (var smaller in Without(whole, inner))
                    yield return smaller;
        }
    }
}
