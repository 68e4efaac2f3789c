using System.Text;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Dvcqg;
using LLTP.Hub.Mappings.Lltp;
using LLTP.Hub.Mappings.Tthc;
using LLTP.Hub.Mappings.V06;
using LLTP.Hub.Mappings.Vneid;

namespace LLTP.Hub.Tests.Mappings;

/// <summary>Sends one dossier over every contract and says what was lost on the way.</summary>
static class Contracts
{
    static readonly ContractPlaces Lltp = new("lltp"), V06 = new("v06"), Dvcqg = new("dvcqg");

    /// <summary>The whole request must come back: from VNeID's contract and from TTHC's, which holds it in full.</summary>
    public static IEnumerable<string> LostInJson(Dictionary<string, string> request, Reading<Application> reading)
    {
        var (application, files) = (Samples.Value(reading), Samples.Files(reading));
        var vneid = Flat.Json(VneidMap.WriteRequest(application, files).Bytes);
        var tthc = Flat.Json(TthcMap.WriteDossier(Facts(application), application, files).Bytes);
        return request
            .SelectMany(field => new[] { Missing("vneid", field, vneid, ""), Missing("tthc", field, tthc, "request.") })
            .OfType<string>();
    }

    public static Writing ToLltp(Reading<Application> reading) => LltpMap.WriteDossier(
        Facts(Samples.Value(reading)), Samples.Value(reading), Samples.Files(reading), new() { MinistryJusticeId = "41" });

    public static Writing ToV06(Reading<Application> reading) =>
        V06Map.WriteLookup(Facts(Samples.Value(reading)), Samples.Value(reading), "yc-1");

    public static IEnumerable<string> LostInLltp(Dictionary<string, string> request, Writing writing) =>
        Lltp.Lost(request, Flat.Xml(writing.Bytes), writing.Report);

    public static IEnumerable<string> LostInV06(Dictionary<string, string> request, Writing writing) =>
        V06.Lost(request, Flat.Xml(writing.Bytes), writing.Report);

    public static IEnumerable<string> LostInDvcqg(Dictionary<string, string> request, Reading<Application> reading)
    {
        var application = Samples.Value(reading);
        var writing = DvcqgMap.WriteDossier(Facts(application), application, "s", "H56.14", updating: false);
        return Dvcqg.Lost(request, Flat.Json(writing.Bytes), writing.Report);
    }

    /// <summary>A request as it must be inside the hub: NFC, and addresses of e-mail without the white space around them.</summary>
    public static Dictionary<string, string> Expected(string json) => Flat.Json(Encoding.UTF8.GetBytes(json)).ToDictionary(
        field => field.Key,
        field => Composed(field.Key.EndsWith("Email", StringComparison.Ordinal) ? Address(field.Value) : field.Value));

    static string Address(string text) => string.IsNullOrWhiteSpace(text) ? text : text.Trim();

    // Blank is not given, and goes back as it came.
    static string Composed(string text) => string.IsNullOrWhiteSpace(text) ? text : text.Normalize(NormalizationForm.FormC);

    static string? Missing(string contract, KeyValuePair<string, string> field, Dictionary<string, string> message, string prefix) =>
        message.GetValueOrDefault(prefix + field.Key) == field.Value ? null : $"{contract}: {field.Key}";

    static DossierFacts Facts(Application application) => Samples.Facts() with { Number = application.Number };
}
