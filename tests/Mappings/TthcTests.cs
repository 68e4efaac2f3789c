using System.Text;
using System.Text.Json.Nodes;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Tthc;
using Xunit;

namespace LLTP.Hub.Tests.Mappings;

public sealed class TthcTests
{
    const string Who = "\"officer\":{\"name\":\"Trần Văn Mẫu\",\"title\":\"Chuyên viên\"},\"at\":\"2026-06-01T09:00:00+07:00\"";

    static readonly Officer Officer = new("Trần Văn Mẫu", "Chuyên viên", null);

    [Fact]
    public void Every_decision_is_read()
    {
        var at = Samples.At(1);
        Assert.Equal(new(Officer, at, "A-1", new(2026, 6, 5)),
            TthcMap.ReadAcceptance(Json("\"localNumber\":\"A-1\",\"dueDate\":\"2026-06-05\"")).Value);
        Assert.Equal(new(Officer, at, "Thiếu"), TthcMap.ReadRefusal(Json("\"reason\":\"Thiếu\"")).Value);
        Assert.Equal("a; b", TthcMap.ReadSupplementRequest(Json("\"items\":[\"a\",\"b\"]")).Value?.Reason);
        Assert.Equal(new(Officer, at, "Rút"), TthcMap.ReadWithdrawal(Json("\"reason\":\"Rút\"")).Value);
        Assert.Equal(new(Officer, at, "Dừng"), TthcMap.ReadStop(Json("\"reason\":\"Dừng\"")).Value);
        Assert.Equal(new(Officer, at, null), TthcMap.ReadHandOver(Json("\"receiver\":null")).Value);
    }

    [Theory]
    [InlineData("{\"at\":\"2026-06-01T09:00:00Z\",\"reason\":\"x\"}", MappingFailureCode.MissingField, "officer.name")]
    [InlineData("{\"officer\":{\"name\":\"a\"},\"reason\":\"x\"}", MappingFailureCode.MissingField, "at")]
    [InlineData("{\"officer\":{\"name\":\"a\"},\"at\":\"2026-06-01T09:00:00\",\"reason\":\"x\"}", MappingFailureCode.BadDate, "at")]
    [InlineData("{\"officer\":{\"name\":\"a\"},\"at\":\"2026-06-31T09:00:00Z\",\"reason\":\"x\"}", MappingFailureCode.BadDate, "at")]
    [InlineData("{" + Who + "}", MappingFailureCode.MissingField, "reason")]
    [InlineData("{" + Who + ",\"reason\":\"x\",\"reason\":\"x\"}", MappingFailureCode.DuplicateMember, "reason")]
    [InlineData("{" + Who, MappingFailureCode.Unreadable, "")]
    public void A_faulty_decision_is_refused_with_its_path(string json, MappingFailureCode code, string path)
    {
        var refusal = TthcMap.ReadRefusal(Encoding.UTF8.GetBytes(json)).Refusal;
        Assert.Equal((code, path), (refusal?.Code, refusal?.Path));
    }

    [Theory]
    [InlineData(50, null), InlineData(51, MappingFailureCode.TooLong)]
    public void An_officers_name_has_at_most_fifty_characters(int length, MappingFailureCode? code)
    {
        var json = $"{{\"officer\":{{\"name\":\"{new string('a', length)}\"}},\"at\":\"2026-06-01T09:00:00Z\"}}";
        Assert.Equal(code, TthcMap.ReadHandOver(Encoding.UTF8.GetBytes(json)).Refusal?.Code);
    }

    [Theory]
    [InlineData(4000, null), InlineData(4001, MappingFailureCode.TooLong)]
    public void A_reason_has_at_most_four_thousand_characters(int length, MappingFailureCode? code) =>
        Assert.Equal(code, TthcMap.ReadStop(Json($"\"reason\":\"{new string('a', length)}\"")).Refusal?.Code);

    [Theory]
    [InlineData(0, MappingFailureCode.MissingField), InlineData(1, null), InlineData(50, null), InlineData(51, MappingFailureCode.BadValue)]
    public void A_supplement_request_has_one_to_fifty_items(int count, MappingFailureCode? code) =>
        Assert.Equal(code, TthcMap.ReadSupplementRequest(Json(Items(count))).Refusal?.Code);

    [Fact]
    public void A_due_date_that_is_none_is_refused() =>
        Assert.Equal("dueDate", TthcMap.ReadAcceptance(Json("\"dueDate\":\"05/06/2026\"")).Refusal?.Path);

    [Fact]
    public void Progress_and_certificate_have_the_shape_of_the_contract()
    {
        var progress = JsonNode.Parse((TthcMap.WriteProgress(Samples.Facts(5)).Bytes ?? default).Span);
        Assert.Equal((5, "Thiếu giấy tờ kèm theo", "2026-06-05"), ((int?)progress?["state"], (string?)progress?["reason"],
            (string?)progress?["dueDate"]));
        var pdf = new FileRef("ab", Samples.Pdf.Length);
        var certificate = TthcMap.WriteCertificate(Samples.Facts(9), Samples.Certificate(pdf), "cũ/1", _ => Samples.Pdf);
        var body = JsonNode.Parse((certificate.Bytes ?? default).Span);
        Assert.Equal(("cũ/1", "ab"), ((string?)body?["replaces"], (string?)body?["sha256"]));
        Assert.Equal(Convert.ToBase64String(Samples.Pdf), (string?)body?["result"]?["phieuLLTP"]);
    }

    [Theory]
    [InlineData("""{"number":"a","stored":"known"}""", "known", null), InlineData("""{"code":"Busy","detail":"Bận"}""", "Busy", "Bận")]
    [InlineData("<html>", null, null), InlineData("", null, null), InlineData("[]", null, null), InlineData("{}", null, null)]
    public void An_answer_gives_its_code_and_text(string json, string? code, string? text)
    {
        var reply = TthcMap.ReadReply(Encoding.UTF8.GetBytes(json));
        Assert.Equal((code, text), (reply?.Code, reply?.Text));
        Assert.Equal(code is null, reply is null);
    }

    [Fact]
    public void What_the_system_holds_is_read()
    {
        const string Json = """{"number":"a","version":2,"states":[{"state":1,"at":"2026-06-01T09:00:00+07:00"}]}""";
        var held = TthcMap.ReadHeld(Encoding.UTF8.GetBytes(Json));
        Assert.Equal((2, 1), (held?.Version, held?.States.Single().State));
        Assert.True(held is { Certificates: null, Progress: null });
        Assert.Null(TthcMap.ReadHeld(Encoding.UTF8.GetBytes("<html>")));
    }

    static string Items(int count) => $"\"items\":[{string.Join(',', Enumerable.Repeat("\"a\"", count))}]";

    static byte[] Json(string rest) => Encoding.UTF8.GetBytes($"{{{Who},{rest}}}");
}
