using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace LLTP.Hub.Tests.Edges;

public sealed class VneidRefusalTests(RunningHub hub) : IClassFixture<RunningHub>
{
    const string Door = "vneid.TaoHoSo";
    const string TooLarge = "Hồ sơ vượt quá dung lượng cho phép (48 MB)";

    [Theory]
    [InlineData("nycHoTen", null)]
    [InlineData("nycSoGiayTo", null)]
    [InlineData("loaiPhieu", null)]
    [InlineData("nycNgaySinh", null)]
    [InlineData("nycNgaySinh", "31/02/1990")]
    [InlineData("nycNgayCapGiayTo", "2021-13-01")]
    public async Task A_missing_field_or_an_impossible_date_is_refused_by_its_path_and_kept_in_quarantine(string field, string? value)
    {
        var sent = (await hub.RequestAsync(form => form[field] = value)).Bytes();

        Assert.Contains($"toKhai.{field}", (await hub.SubmitAsync(sent)).SaysNo(), StringComparison.Ordinal);

        await hub.WasKeptWholeAsync(sent, Door, "vneid", "Malformed");
    }

    [Fact]
    public async Task Truncated_json_is_refused_and_kept_in_quarantine()
    {
        var sent = (await hub.RequestAsync()).Bytes()[..^20];

        Assert.NotEmpty((await hub.SubmitAsync(sent)).SaysNo());

        await hub.WasKeptWholeAsync(sent, Door, "vneid", "Malformed");
    }

    [Fact]
    public async Task A_member_given_twice_is_refused_by_its_path()
    {
        var request = await hub.RequestAsync();
        var sent = Encoding.UTF8.GetBytes(request.ToJsonString().Insert(1, "\"maTinh\":\"01\","));

        Assert.Contains("maTinh", (await hub.SubmitAsync(sent)).SaysNo(), StringComparison.Ordinal);

        await hub.WasKeptWholeAsync(sent, Door, "vneid", "Malformed");
    }

    [Fact]
    public async Task A_hundred_thousand_opening_brackets_are_refused_at_once_and_the_hub_lives_on()
    {
        var sent = Encoding.ASCII.GetBytes(new string('[', 100_000));
        var started = Stopwatch.GetTimestamp();

        (await hub.SubmitAsync(sent)).SaysNo();

        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(10));
        await hub.WasKeptWholeAsync(sent, Door, "vneid", "Malformed");
        await hub.SubmittedAsync();
    }

    [Fact]
    public async Task A_content_type_other_than_json_is_refused_in_the_envelope()
    {
        var sent = (await hub.RequestAsync()).Bytes();

        (await hub.SubmitAsync(sent, "application/xml")).SaysNo();

        await hub.WasKeptWholeAsync(sent, Door, "vneid", "UnsupportedMedia");
    }

    [Theory]
    [InlineData("application/pdf", "%PDF-1.4", 21)]
    [InlineData("image/jpeg", "%PDF-1.4", 0)]
    [InlineData("application/x-msdownload", "MZ", 0)]
    public async Task A_file_that_is_too_large_or_not_what_it_says_is_refused(string type, string start, int mebibytes)
    {
        var file = new byte[(mebibytes << 20) + 64];
        Encoding.ASCII.GetBytes(start, file);
        var sent = (await hub.RequestAsync(form => form["giayToDinhKem"] = Paper(type, Convert.ToBase64String(file)))).Bytes();

        Assert.Contains("giayToDinhKem[0].danhSach[0]", (await hub.SubmitAsync(sent)).SaysNo(), StringComparison.Ordinal);

        await hub.WasKeptWholeAsync(sent, Door, "vneid", "Malformed");
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public async Task A_body_of_sixty_megabytes_gets_its_answer_and_leaves_no_bytes(bool inChunks)
    {
        var sent = new byte[60_000_000 + (inChunks ? 1 : 0)];
        using var content = new ByteArrayContent(sent) { Headers = { ContentType = MediaTypeHeaderValue.Parse("application/json") } };

        var answer = await hub.SendAsync(
            HttpMethod.Post, new(hub.Doors, VneidCalls.TaoHoSo), content, inChunks ? [("Transfer-Encoding", "chunked")] : []);

        Assert.Equal(TooLarge, answer.SaysNo());
        var trace = Assert.Single(await hub.Files.ReadAsync(
            "SELECT size, length(bytes) FROM refusal WHERE reason = 'TooLarge' AND size = $1", $"{sent.Length}", row => row.IsDBNull(1)));
        Assert.True(trace);
    }

    [Theory]
    [InlineData(""), InlineData("?CodeGet="), InlineData("?CodeGet=sai"), InlineData($"?codeget2={RunningHub.CodeGet}")]
    public async Task A_wrong_code_gets_400_in_the_envelope_and_leaves_one_row_without_bytes(string query)
    {
        var sent = (await hub.RequestAsync()).Bytes();

        var answer = await hub.PostAsync($"api/v1/hosos/LLTP/TaoHoSo{query}", sent, "application/json");

        answer.SaysNo(400);
        await hub.LeftOneRowOnlyAsync(sent, Door, "NotAuthenticated");
    }

    [Fact]
    public async Task A_number_that_was_not_issued_is_refused()
    {
        var request = await hub.RequestAsync();
        request["maHoSoMCDT"] = "H56.14-200101-9999";

        Assert.Contains("H56.14-200101-9999", (await hub.SubmitAsync(request.Bytes())).SaysNo(), StringComparison.Ordinal);

        await hub.WasKeptWholeAsync(request.Bytes(), Door, "vneid", "NumberNotIssued");
    }

    [Fact]
    public async Task Other_content_under_a_known_number_is_refused_and_the_first_content_stays()
    {
        var request = await hub.RequestAsync();
        (await hub.SubmitAsync(request.Bytes())).IsYes();
        request["toKhai"]?.AsObject()["nycDienThoai"] = "0900000009";

        (await hub.SubmitAsync(request.Bytes())).SaysNo();

        await hub.WasKeptWholeAsync(request.Bytes(), Door, "vneid", "NotAllowedNow");
        Assert.Equal("0900000001", (await hub.Files.ApplicationAsync(request.Number()))?.Applicant.Phone);
    }

    static JsonArray Paper(string type, string content) => new(new JsonObject
    {
        ["ma"] = "GT01", ["ten"] = "Giấy xác nhận", ["danhSach"] = new JsonArray(new JsonObject { ["loai"] = type, ["duLieu"] = content }),
    });
}
