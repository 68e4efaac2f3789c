using System.Text;
using System.Text.Json.Nodes;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Catalogues;
using LLTP.Hub.Mappings.Vneid;

namespace LLTP.Hub.Tests.Mappings;

/// <summary>Requests and facts of invented people.</summary>
static class Samples
{
    public static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Places.Tests, "Golden", name, "request.json"));

    public static JsonObject Json(string name) => JsonNode.Parse(Bytes(name))?.AsObject() ?? [];

    /// <summary>The plain request with one change.</summary>
    public static Reading<Application> Read(Action<JsonObject> change, IntakeRules? rules = null)
    {
        var json = Json("plain");
        change(json);
        return Read(json.ToJsonString(), rules);
    }

    public static Reading<Application> Read(string json, IntakeRules? rules = null) =>
        VneidMap.ReadApplication(Encoding.UTF8.GetBytes(json), rules ?? new());

    public static Application Application(string name) => Value(VneidMap.ReadApplication(Bytes(name), new()));

    public static T Value<T>(Reading<T> reading) where T : class =>
        reading.Value ?? throw new InvalidDataException(reading.Refusal?.TextEnglish);

    public static FileSource Files(Reading<Application> reading) => file => reading.Blobs.Single(blob => blob.Sha256 == file.Sha256).Bytes;

    /// <summary>The catalogues as shipped, one of which has these words on a contract.</summary>
    public static CatalogueSet Saying(string name, string contract, Dictionary<string, string> words)
    {
        var shipped = CatalogueSet.Shipped.Find(name) ?? throw new InvalidDataException(name);
        var said = words.Select(word => (shipped.Rows.FirstOrDefault(row => row.Code == word.Key) ?? new(word.Key, word.Key, "x", true)) with
        {
            Targets = new Dictionary<string, string> { [contract] = word.Value },
        });
        return CatalogueSet.Shipped.With(shipped with { Rows = [.. shipped.Rows.Where(row => !words.ContainsKey(row.Code)), .. said] });
    }

    public static DossierFacts Facts(int state = 2) => new(
        "H56.14-260601-0001", 1, "38", "Tỉnh Thanh Hóa", state, 3, At(1), At(2), new(2026, 6, 5),
        new("Trần Văn Mẫu", "Chuyên viên", "Bộ phận Một cửa"), state is 3 or 5 or 7 or 8 ? "Thiếu giấy tờ kèm theo" : null,
        "3f0c", "accepted", "H56.14", "Sở Tư pháp tỉnh Thanh Hóa", "2.000488.000.00.00.H56", "Cấp Phiếu lý lịch tư pháp", null);

    public static Certificate Certificate(FileRef pdf) => new()
    {
        Number = "123/2026/LLTP-01",
        IssuedOn = new("04/06/2026", new(2026, 6, 4)),
        FormType = 1,
        Signer = "Lê Thị Mẫu",
        SignerTitle = "Phó Giám đốc",
        ConvictionState = "2",
        ConvictionStateName = "Có án tích",
        Judgments = [new() { Number = "10/2015/HSST", Date = "03/2015", Offences = [new("173", "Trộm cắp tài sản")],
            MainSentences = [new("1", "Cải tạo không giam giữ", "12 tháng")], AdditionalSentences = [new("2", "Phạt tiền",
                "5.000.000 đồng")] }],
        Bans = [new() { DecisionNumber = "7/QĐ", Post = "Giám đốc", From = "01/2016" }],
        Pdf = pdf
    };

    public static DateTimeOffset At(int hour) => new(2026, 6, 1, 8 + hour, 0, 0, TimeSpan.FromHours(7));
}
