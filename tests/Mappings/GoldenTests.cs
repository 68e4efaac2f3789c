using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Dvcqg;
using LLTP.Hub.Mappings.Lltp;
using LLTP.Hub.Mappings.Tthc;
using LLTP.Hub.Mappings.V06;
using LLTP.Hub.Mappings.Vneid;
using Xunit;

namespace LLTP.Hub.Tests.Mappings;

public sealed class GoldenTests
{
    static readonly LltpCodes Codes = new() { MinistryJusticeId = "41" };

    public static TheoryData<string> Names() => [.. GoldenFile.Samples];

    [Theory, MemberData(nameof(Names))]
    public void A_request_becomes_the_recorded_canonical_content(string sample)
    {
        var reading = Read(sample);
        GoldenFile.MatchesJson($"{sample}/canonical.json", reading.Value?.ToJson());
        GoldenFile.MatchesReport($"{sample}/canonical.report.txt", reading.Report);
    }

    [Theory, MemberData(nameof(Names))]
    public void The_tthc_system_gets_the_recorded_dossier(string sample)
    {
        var reading = Read(sample);
        GoldenFile.MatchesJson($"{sample}/tthc.json", TthcMap.WriteDossier(Facts(sample), Content(reading), Samples.Files(reading)).Bytes);
    }

    [Theory, MemberData(nameof(Names))]
    public void The_lltp_software_gets_the_recorded_dossier(string sample)
    {
        var reading = Read(sample);
        var writing = LltpMap.WriteDossier(Facts(sample), Content(reading), Samples.Files(reading), Codes);
        GoldenFile.MatchesXml($"{sample}/lltp.xml", writing.Bytes);
        GoldenFile.MatchesReport($"{sample}/lltp.report.txt", writing.Report);
        Schemas.Valid("lltp.xsd", writing);
    }

    [Theory, MemberData(nameof(Names))]
    public void The_records_department_gets_the_recorded_look_up(string sample)
    {
        var writing = V06Map.WriteLookup(Facts(sample), Content(Read(sample)), "yc-1");
        GoldenFile.MatchesXml($"{sample}/v06.xml", writing.Bytes);
        Schemas.Valid("v06.xsd", writing);
    }

    [Theory, MemberData(nameof(Names))]
    public void The_national_portal_gets_the_recorded_dossier(string sample)
    {
        var writing = DvcqgMap.WriteDossier(Facts(sample), Content(Read(sample)), "session", "H56.14", updating: false);
        GoldenFile.MatchesJson($"{sample}/dvcqg.json", writing.Bytes);
    }

    [Theory, MemberData(nameof(Names))]
    public void The_request_written_back_equals_the_one_read(string sample)
    {
        var reading = Read(sample);
        var again = VneidMap.WriteRequest(Content(reading), Samples.Files(reading)).Bytes;
        JsonEquality.Same(Samples.Bytes(sample), again);
    }

    [Theory, MemberData(nameof(Names))]
    public void Canonical_content_survives_its_own_json(string sample)
    {
        var json = Content(Read(sample)).ToJson();
        Assert.Equal(json, LLTP.Hub.Mappings.Canonical.Content.FromJson(json).ToJson());
    }

    static Reading<Application> Read(string sample) => VneidMap.ReadApplication(Samples.Bytes(sample), new());

    static Application Content(Reading<Application> reading)
    {
        Assert.Null(reading.Refusal);
        return Assert.IsType<Application>(reading.Value);
    }

    static DossierFacts Facts(string sample) => Samples.Facts() with { Number = Content(Read(sample)).Number };
}
