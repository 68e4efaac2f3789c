using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using LLTP.Hub.Mappings.Canonical;
using Xunit;

namespace LLTP.Hub.Tests.Mappings;

public sealed class WireGoldenTests
{
    public static TheoryData<string> Names => [.. GoldenDossier.All.Select(dossier => dossier.Name)];

    [Fact]
    public void There_are_at_least_sixty_golden_dossiers_and_their_folder_stays_small()
    {
        Assert.InRange(GoldenDossier.All.Count + GoldenFile.Samples.Count, 60, 500);
        var files = Directory.GetFiles(Path.Combine(Places.Tests, "Golden"), "*", SearchOption.AllDirectories);
        Assert.InRange(files.Sum(file => new FileInfo(file).Length), 0, 1_500_000);
    }

    [Theory, MemberData(nameof(Names))]
    public void A_dossier_becomes_the_recorded_messages_and_each_keeps_its_contract(string name)
    {
        var dossier = GoldenDossier.All.Single(one => one.Name == name);
        var request = dossier.Request();
        ContractTable.Keeps("VneidRequest", request);
        var reading = Samples.Read(request.ToJsonString());
        Assert.Null(reading.Refusal);
        var text = new StringBuilder($"canonical {Encoding.UTF8.GetString(Samples.Value(reading).ToJson())}\n");
        foreach (var message in new WireMessages(dossier, Samples.Value(reading), Samples.Files(reading)).All())
        {
            Judge(message, request);
            text.Append(CultureInfo.InvariantCulture, $"{message.Contract} {message.Type} {Shown(message)}\n");
            if (message is { Contract: "lltp" or "dvcqg", Writing.Report: { Count: > 0 } report })
                text.Append(CultureInfo.InvariantCulture, $"  {string.Join("; ", report.Select(Said))}\n");
        }
        GoldenFile.Matches(GoldenDossier.File(name), text.ToString().TrimEnd('\n'));
    }

    static string Said(ReportLine line) => line.Note == "no place in this contract" ? line.Path : $"{line.Path}: {line.Note}";

    static void Judge(WireMessage message, JsonObject request)
    {
        Assert.Null(message.Writing.Failure);
        if (message.Contract is "lltp" or "v06")
            Schemas.Valid(message.Contract + ".xsd", message.Writing);
        else if (message.Contract == "tthc")
            JsonSchema.Valid("tthc-partner-v1.json", message.Type, message.Writing);
        else
            ContractTable.Keeps(message.Type, JsonNode.Parse((message.Writing.Bytes ?? default).Span));
        if (message.Type == "Dossier")
            Assert.True(JsonNode.DeepEquals(request, Body(message)["request"]));
    }

    // The request inside the dossier for TTHC is the request itself, which stands in the description.
    static string Shown(WireMessage message)
    {
        if (message.Type != "Dossier")
            return Encoding.UTF8.GetString((message.Writing.Bytes ?? default).Span);
        var body = Body(message);
        body["request"] = "as received";
        return GoldenFile.OneLine(body);
    }

    static JsonObject Body(WireMessage message) => JsonNode.Parse((message.Writing.Bytes ?? default).Span)?.AsObject() ?? [];
}
