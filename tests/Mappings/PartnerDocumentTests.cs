using System.Text.Json.Nodes;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Tthc;
using Xunit;

namespace LLTP.Hub.Tests.Mappings;

public sealed class PartnerDocumentTests
{
    static readonly JsonNode? Schemas = JsonNode.Parse(File.ReadAllText(Path.Combine(Places.Contracts,
        "tthc-partner-v1.json")))?["components"]?["schemas"];

    [Fact]
    public void A_dossier_has_the_members_of_the_partner_document()
    {
        var reading = Samples.Read(Samples.Json("plain").ToJsonString());
        Same("Dossier", TthcMap.WriteDossier(Samples.Facts(), Samples.Value(reading), Samples.Files(reading)));
    }

    [Fact]
    public void Progress_has_the_members_of_the_partner_document() => Same("Progress", TthcMap.WriteProgress(Samples.Facts(5)));

    [Fact]
    public void A_certificate_has_the_members_of_the_partner_document() =>
        Same("Certificate", TthcMap.WriteCertificate(Samples.Facts(9), Samples.Certificate(new("ab", 4)), "1", _ => Samples.Pdf));

    [Fact]
    public void A_decision_has_the_members_of_the_partner_document() => Same("Decision", TthcMap.WriteDecision(Samples.Facts(9), new(
        new("Trần Văn Mẫu", null, null), Samples.At(1), DecisionKind.Revocation, "45/QĐ", new(2026, 6, 10), "1", "Sai", new("ab", 4)), _ => Samples.Pdf));

    static void Same(string schema, Writing writing)
    {
        var body = JsonNode.Parse((writing.Bytes ?? default).Span)?.AsObject();
        Assert.Equal(Names(Schemas?[schema]?["properties"]?.AsObject()), Names(body));
    }

    static IEnumerable<string> Names(JsonObject? members) => (members ?? []).Select(member => member.Key).Order(StringComparer.Ordinal);
}
