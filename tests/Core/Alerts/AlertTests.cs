using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LLTP.Hub.Core.Alerts;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Repair;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using LLTP.Hub.Tests.Core.Repair;
using LLTP.Hub.Tests.Support;
using MimeKit;
using Xunit;

namespace LLTP.Hub.Tests.Core.Alerts;

/// <summary>Alerts over real sockets: parked deliveries open a fault, and a repair closes it.</summary>
public sealed class AlertTests
{
    [Fact]
    public async Task A_fault_is_told_once_when_it_opens_and_once_when_it_closes()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var hub = await StartAsync(receiver);
        var letter = Assert.Single(await hub.GivenParkedAsync(1));

        await LookAsync(hub, 4);
        await hub.GivenParkedAsync(3, from: 2);
        await LookAsync(hub, 4);
        Assert.Equal(["opened"], States(receiver));
        Assert.NotNull(letter);
        foreach (var parked in await hub.ReadAsync(work => work.OpenDeliveriesAsync(DeliveryState.Parked, 10)))
            await hub.Get<DeadLetters>().SkipAsync(parked.Id, RepairSteps.Act, default).IsDoneAsync();
        await LookAsync(hub, 8);

        Assert.Equal(["opened", "closed"], States(receiver));
    }

    [Fact]
    public async Task A_restarted_hub_neither_repeats_nor_forgets_an_open_fault()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var hub = await StartAsync(receiver);
        await hub.GivenParkedAsync(1);
        await LookAsync(hub, 4);

        var again = new AlertRounds(hub.Database, [hub.Get<StoreProbes>().ParkedAsync], hub.All<IAlertChannel>(), hub.Get<Microsoft.Extensions.Options.IOptions<AlertOptions>>(), hub.Clock);
        for (var look = 0; look < 5; look++)
        {
            hub.Clock.Advance(TimeSpan.FromSeconds(30));
            Assert.Equal(0, await again.RunAsync(default));
        }

        Assert.True(Assert.Single((await again.ListAsync(10, default)).Faults, row => row.Kind == nameof(FaultKind.Parked)).IsOpen);
    }

    [Fact]
    public async Task An_alert_that_was_not_taken_is_sent_again_later_under_its_id_and_stands_in_nobodys_way()
    {
        await using var receiver = await WebhookReceiver.StartAsync(refusals: 2);
        await using var hub = await StartAsync(receiver);
        await hub.GivenParkedAsync(1);

        await LookAsync(hub, 3);
        Assert.Equal((1, 0), (receiver.Requests, receiver.Got.Count));
        await LookAsync(hub, 10);

        Assert.Equal((3, 1), (receiver.Requests, receiver.Got.Count));
    }

    [Fact]
    public async Task A_receiver_that_never_answers_is_given_up_after_ten_attempts()
    {
        await using var receiver = await WebhookReceiver.StartAsync(refusals: 1000);
        await using var hub = await StartAsync(receiver);
        await hub.GivenParkedAsync(1);
        await LookAsync(hub, 3);

        for (var round = 0; round < 15; round++)
        {
            hub.Clock.Advance(TimeSpan.FromHours(1));
            await hub.Get<AlertSending>().RunAsync(default);
        }

        Assert.Equal(AlertSending.MostAttempts, receiver.Requests);
        Assert.Equal("GaveUp", Assert.Single((await hub.Get<AlertRounds>().ListAsync(10, default)).Alerts).State);
    }

    [Fact]
    public async Task A_posted_alert_is_signed_over_time_and_body_and_names_no_person()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var hub = await StartAsync(receiver);
        await hub.GivenParkedAsync(1);
        await LookAsync(hub, 3);

        var (body, time, signature) = Assert.Single(receiver.Got);
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes("bi-mat-canh-bao"), Encoding.UTF8.GetBytes($"{time}.{body}"));
        Assert.Equal($"sha256={Convert.ToHexStringLower(expected)}", signature);
        var json = JsonSerializer.Deserialize<JsonElement>(body);
        Assert.Equal(("Parked", "opened", "38"), (json.GetProperty("fault").GetString(), json.GetProperty("state").GetString(), json.GetProperty("province").GetString()));
        Assert.StartsWith("SỰ CỐ", json.GetProperty("vi").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Nguyễn Văn Thử", body, StringComparison.Ordinal);
        Assert.DoesNotContain(RepairSteps.Number(1), body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_goes_to_every_address_in_both_languages()
    {
        await using var mail = new MailReceiver();
        await using var hub = await TestHub.StartAsync(
            ("Alerts:MailServer", "127.0.0.1"), ("Alerts:MailPort", $"{mail.Port}"), ("Alerts:MailSecurity", "None"),
            ("Alerts:MailFrom", "truc@lltp.example.vn"), ("Alerts:MailTo:0", "a@so.example.vn"), ("Alerts:MailTo:1", "b@so.example.vn"));
        await hub.GivenParkedAsync(1);

        await LookAsync(hub, 3);

        Assert.Equal(["a@so.example.vn", "b@so.example.vn"], mail.Recipients);
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(Assert.Single(mail.Messages)));
        var message = await MimeMessage.LoadAsync(bytes);
        Assert.StartsWith("[LLTP 38] SỰ CỐ", message.Subject, StringComparison.Ordinal);
        Assert.Contains("FAULT", message.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trial_says_for_each_channel_whether_it_was_taken()
    {
        await using var receiver = await WebhookReceiver.StartAsync(refusals: 1);
        await using var hub = await StartAsync(receiver);

        Assert.Equal("HTTP 503", (await hub.Get<AlertSending>().TryAsync(default))["webhook"]);
        Assert.Null((await hub.Get<AlertSending>().TryAsync(default))["webhook"]);
    }

    [Fact]
    public async Task A_partner_is_down_when_it_took_nothing_for_a_while_and_up_again_with_the_first_message_it_takes()
    {
        await using var hub = await TestHub.StartAsync();
        hub[Partner.Tthc].Replies([.. Enumerable.Repeat(Scripts.Unavailable, 4)]);
        await hub.TakesAsync(Messages.Application());
        for (var attempt = 0; attempt < 4; attempt++)
        {
            await hub.DeliverDueAsync(Partner.Tthc);
            hub.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        var down = (await hub.Get<StoreProbes>().PartnersAsync(default)).Things;
        Assert.Equal([(Partner.Tthc, Level.Bad)], down.Select(seen => (seen.Subject, seen.Level)));
        await hub.DeliverAllAsync();
        Assert.Empty((await hub.Get<StoreProbes>().PartnersAsync(default)).Things);
    }

    [Fact]
    public void Options_that_cannot_work_are_named()
    {
        var wrong = new AlertOptions { Webhook = new("ftp://x/"), WebhookSecretFile = "missing", MailServer = "mail", MailFrom = "x", MailUser = "u" };

        var problems = wrong.Validate(new(wrong)).Select(problem => problem.ErrorMessage ?? "").ToList();

        foreach (var part in (string[])["Alerts:Webhook ", "'missing'", "MailTo", "MailPasswordFile is missing"])
            Assert.Single(problems, problem => problem.Contains(part, StringComparison.Ordinal));
    }

    static Task<TestHub> StartAsync(WebhookReceiver receiver)
    {
        var secret = Path.GetTempFileName();
        File.WriteAllText(secret, "bi-mat-canh-bao");
        return TestHub.StartAsync(("Alerts:Webhook", $"{receiver.Address}"), ("Alerts:WebhookSecretFile", secret));
    }

    /// <summary>Only parked deliveries are looked at; machine and clock are not the test's.</summary>
    static async Task LookAsync(TestHub hub, int times)
    {
        var rounds = new AlertRounds(
            hub.Database, [hub.Get<StoreProbes>().ParkedAsync], hub.All<IAlertChannel>(), hub.Get<Microsoft.Extensions.Options.IOptions<AlertOptions>>(), hub.Clock);
        for (var look = 0; look < times; look++)
        {
            await rounds.RunAsync(default);
            await hub.Get<AlertSending>().RunAsync(default);
            hub.Clock.Advance(TimeSpan.FromSeconds(30));
        }
    }

    static IEnumerable<string?> States(WebhookReceiver receiver) =>
        receiver.Got.Select(got => JsonSerializer.Deserialize<JsonElement>(got.Body).GetProperty("state").GetString());
}
