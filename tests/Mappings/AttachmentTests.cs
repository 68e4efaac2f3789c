using System.Text;
using System.Text.Json.Nodes;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Vneid;
using Xunit;

namespace LLTP.Hub.Tests.Mappings;

public sealed class AttachmentTests
{
    const string Loai = "toKhai.giayToDinhKem[0].danhSach[0].loai";
    const string DuLieu = "toKhai.giayToDinhKem[0].danhSach[0].duLieu";

    [Theory]
    [InlineData("application/pdf", "%PDF-1.7"), InlineData("pdf", "%PDF-1.7"), InlineData("APPLICATION/PDF; name=x", "%PDF-")]
    [InlineData("text/plain", "abc")]
    [InlineData("image/gif", "GIF89a")]
    [InlineData("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "PK\u0003\u0004")]
    [InlineData("image/bmp", "BM"), InlineData("application/x-rar-compressed", "Rar!\u001a\u0007"), InlineData("docx", "PK\u0003\u0004")]
    [InlineData("rtf", "{\\rtf1")]
    public void A_listed_type_with_its_true_first_bytes_is_accepted(string type, string content)
    {
        var reading = Read(type, Convert.ToBase64String(Encoding.Latin1.GetBytes(content)));
        Assert.Null(reading.Refusal);
        Assert.Equal(content.Length, reading.Value?.Attachments.Single().File.Size);
    }

    [Theory]
    [InlineData("application/x-msdownload", "MZ", Loai), InlineData("", "%PDF", Loai), InlineData("image/svg+xml", "<svg/>", Loai)]
    [InlineData("application/pdf", "PK\u0003\u0004", DuLieu), InlineData("image/png", "\u00ff\u00d8\u00ff", DuLieu)]
    [InlineData("text/plain", "a\0b", DuLieu)]
    public void Another_type_or_content_of_another_type_is_refused(string type, string content, string path) =>
        Refused(MappingFailureCode.FileType, path, Read(type, Convert.ToBase64String(Encoding.Latin1.GetBytes(content))));

    [Theory]
    [InlineData("@@@@"), InlineData("JVBER"), InlineData("data:application/pdf;base64,JVBERi0=")]
    public void What_is_not_base64_is_refused(string text) => Refused(MappingFailureCode.BadBase64, DuLieu, Read("application/pdf", text));

    [Fact]
    public void A_number_or_object_instead_of_a_file_is_refused()
    {
        Refused(MappingFailureCode.BadBase64, DuLieu, Read("application/pdf", 1));
        Refused(MappingFailureCode.BadBase64, DuLieu, Read("application/pdf", new JsonObject { ["sha256"] = "x" }));
        Refused(MappingFailureCode.MissingField, DuLieu, Read("application/pdf", null));
    }

    [Fact]
    public void Escaped_slashes_and_line_breaks_in_base64_are_read()
    {
        byte[] content = [.. "%PDF"u8, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF];
        var base64 = Convert.ToBase64String(content, Base64FormattingOptions.None).Insert(4, "\n");
        var json = Json("application/pdf", base64).ToJsonString().Replace("/", "\\/", StringComparison.Ordinal);
        Assert.Equal(content, Samples.Read(json).Blobs.Single().Bytes.ToArray());
    }

    [Fact]
    public void Files_and_pdfs_above_their_limits_are_refused()
    {
        var rules = new IntakeRules { MaxFileBytes = 100, MaxPdfBytes = 50 };
        Assert.Null(Read("text/plain", Letters(100), rules).Refusal);
        Refused(MappingFailureCode.FileTooLarge, DuLieu, Read("text/plain", Letters(101), rules));
        Refused(MappingFailureCode.FileTooLarge, DuLieu, Read("text/plain", Letters(10_000), rules));
        Refused(MappingFailureCode.FileTooLarge, DuLieu, Read("application/pdf", Letters(51), rules));
    }

    [Fact]
    public void A_large_body_is_read_with_little_more_than_its_decoded_files()
    {
        var json = Encoding.UTF8.GetBytes(Json("text/plain", Letters(19_000_000)).ToJsonString());
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Null(VneidMap.ReadApplication(json, new()).Refusal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, json.Length * 1.1);
    }

    static string Letters(int count) => Convert.ToBase64String(Enumerable.Repeat((byte)'a', count).ToArray());

    static Reading<Application> Read(string type, JsonNode? content, IntakeRules? rules = null) =>
        Samples.Read(Json(type, content).ToJsonString(), rules);

    static JsonObject Json(string type, JsonNode? content)
    {
        var json = Samples.Json("plain");
        var file = new JsonObject { ["duLieu"] = content, ["loai"] = type };
        json["toKhai"]!["giayToDinhKem"] = new JsonArray(new JsonObject { ["ma"] = "GT", ["ten"] = "Giấy tờ",
            ["danhSach"] = new JsonArray(file) });
        return json;
    }

    static void Refused(MappingFailureCode code, string path, Reading<Application> reading) =>
        Assert.Equal((code, path), (reading.Refusal?.Code, reading.Refusal?.Path));
}
