using System.Globalization;
using System.Text.Json.Nodes;
using LLTP.Hub.Mappings.Canonical;
using Xunit;

namespace LLTP.Hub.Tests.Edges;

public sealed class VneidIntakeTests(RunningHub hub) : IClassFixture<RunningHub>
{
    [Fact]
    public async Task A_number_names_unit_and_day_and_counts_and_no_proxy_may_keep_it()
    {
        var answer = await hub.GetAsync(VneidCalls.LayMaHoSo);
        var next = await hub.NumberAsync();

        Assert.Equal(200, answer.Status);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Equal(["data"], answer.Json.EnumerateObject().Select(member => member.Name));
        Assert.Matches(@"^H56\.14-\d{6}-\d{4,}$", answer.Member("data"));
        Assert.Equal(Counter(answer.Member("data") ?? "") + 1, Counter(next));
    }

    [Theory]
    [InlineData(""), InlineData("?CodeGet=sai")]
    public async Task A_wrong_code_gets_no_number(string query)
    {
        var answer = await hub.GetAsync($"api/v1/hosos/LLTP/LayMaHoSo{query}");

        answer.SaysNo(400);
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Theory]
    [InlineData("200000"), InlineData("200.000"), InlineData("200,000")]
    public async Task Three_notations_of_money_mean_the_same(string written)
    {
        var number = await hub.SubmittedAsync(Pay(written));

        var kept = await hub.Files.ApplicationAsync(number);
        Assert.Equal(new Money(written, 200_000), kept?.Payment?.Total);
        Assert.Empty(kept?.Warnings ?? []);
    }

    [Fact]
    public async Task Unreadable_money_is_accepted_with_a_warning_because_the_citizen_has_paid()
    {
        var number = await hub.SubmittedAsync(Pay("hai trăm nghìn"));

        var kept = await hub.Files.ApplicationAsync(number);
        Assert.Equal(new Money("hai trăm nghìn", null), kept?.Payment?.Total);
        Assert.Contains(kept?.Warnings ?? [], warning => warning.Code == WarningCodes.PaymentUnreadable);
    }

    [Theory]
    [InlineData(1, "123456789"), InlineData(3, "038090000001"), InlineData(2, "B1234567"), InlineData(3, "38-090/1")]
    public async Task Old_and_new_identifiers_passports_and_implausible_ones_are_accepted(int type, string identifier)
    {
        var number = await hub.SubmittedAsync(form => (form["nycLoaiGiayTo"], form["nycSoGiayTo"]) = (type, identifier));

        Assert.Equal(identifier, (await hub.Files.ApplicationAsync(number))?.Applicant.IdNumber);
    }

    [Theory]
    [InlineData("nycLoaiGiayTo", 99), InlineData("maMucDich", 999), InlineData("nycGioiTinh", 7), InlineData("loaiPhieu", 9)]
    public async Task A_code_that_no_catalogue_knows_does_not_refuse_the_citizen(string field, int code)
    {
        var number = await hub.SubmittedAsync(form => form[field] = code);

        Assert.NotNull(await hub.Files.ApplicationAsync(number));
    }

    [Fact]
    public async Task An_unknown_member_is_accepted_kept_and_shown_to_the_officer()
    {
        var number = await hub.SubmittedAsync(form => form["truongLa"] = "giá trị lạ");

        var kept = await hub.Files.ApplicationAsync(number);
        Assert.Contains(kept?.Extra ?? [], member => member.Name == "truongLa");
        Assert.Contains(kept?.Warnings ?? [], warning => warning.Code == WarningCodes.UnknownMember);
    }

    [Fact]
    public async Task The_same_application_again_gets_the_same_yes_and_makes_nothing_new()
    {
        var request = await hub.RequestAsync();
        (await hub.SubmitAsync(request.Bytes())).IsYes();
        (await hub.SubmitAsync(Reversed(request).Bytes())).IsYes();

        var versions = await hub.Files.ReadAsync(
            "SELECT version FROM dossier_version WHERE dossier = $1", request.Number(), row => row.GetInt64(0));
        Assert.Equal([1], versions);
    }

    static Action<JsonObject> Pay(string written) => form =>
    {
        var payment = form["thongTinThanhToan"]?.AsObject() ?? [];
        (payment["phiLLTP"], payment["tongPhi"]) = (written, written);
    };

    static JsonObject Reversed(JsonObject json) =>
        new(json.Reverse().Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));

    static int Counter(string number) => int.Parse(number.Split('-')[^1], CultureInfo.InvariantCulture);
}
