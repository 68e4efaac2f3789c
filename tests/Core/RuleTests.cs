using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Rules;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Core;

public sealed class RuleTests
{
    const string Other = "H56.14-260701-5002";

    [Fact]
    public void Every_rule_has_a_code_of_its_own_words_and_a_source()
    {
        Assert.Equal(RuleTable.Rows.Count, RuleTable.Rows.Select(rule => rule.Code).Distinct().Count());
        Assert.All(RuleTable.Rows, rule => Assert.All([rule.Vietnamese, rule.English, rule.Source], words => Assert.True(words.Length > 10, rule.Code)));
    }

    [Theory]
    [InlineData("01/07/2010", "2026-07-01", false), InlineData("02/07/2010", "2026-07-01", true), InlineData("02/07/2010", "2026-06-30", false)]
    [InlineData("07/2010", "2026-07-01", false), InlineData("08/2010", "2026-07-01", true), InlineData("2010", "2026-07-01", false)]
    [InlineData("29/02/2012", "2028-02-28", true), InlineData("29/02/2012", "2028-02-29", false)]
    public async Task The_age_counts_from_the_first_of_july_2026_and_only_where_it_is_certain(string born, string day, bool against) =>
        Assert.Equal(against, await CodesAsync(Aged(born), day, []) is ["ApplicantAge"]);

    [Fact]
    public async Task A_rule_that_is_switched_off_says_nothing_and_takes_the_warning_of_the_reading_with_it()
    {
        await using var hub = await TestHub.StartAsync(("Rules:ImplausibleNumber", "Off"));
        var application = Sample.Application() with
        {
            Warnings = [new(WarningCodes.ImplausibleNumber, "toKhai.nycSoGiayTo", "x"), new(WarningCodes.NotPaid, "y", "z")],
        };

        var judged = (Application)hub.Get<LegalRules>().Judge(Messages.FromVneid(application)).Content;

        Assert.Equal([WarningCodes.NotPaid], judged.Warnings.Select(warning => warning.Code));
    }

    [Fact]
    public async Task A_warning_has_the_words_for_the_clerk_vietnamese_first_and_the_source()
    {
        await using var hub = await TestHub.StartAsync();
        hub.Clock.Set(Calendars.Time("2026-07-01T08:00"));

        var judged = (Application)hub.Get<LegalRules>().Judge(Messages.FromVneid(Aged("01/01/2015"))).Content;

        var warning = Assert.Single(judged.Warnings);
        Assert.Equal(("ApplicantAge", "toKhai.nycNgaySinh"), (warning.Code, warning.Field));
        Assert.Matches("^Người yêu cầu chưa đủ 16 tuổi.*Luật sửa đổi.* / The applicant is younger than 16", warning.Text);
    }

    [Fact]
    public async Task A_rule_that_refuses_does_so_from_its_day_on_and_never_what_was_accepted_before()
    {
        await using var hub = await TestHub.StartAsync(("Rules:ApplicantAge", "Refuse"));
        hub.Clock.Set(Calendars.Time("2026-06-30T23:59"));
        await hub.TakesAsync(Messages.FromVneid(Aged("01/01/2015")));

        hub.Clock.Set(Calendars.Time("2026-07-01T00:00"));
        var again = await hub.SendAsync(Messages.FromVneid(Aged("01/01/2015")));
        var other = await hub.SendAsync(Messages.FromVneid(Aged("01/01/2015") with { Number = Other }));

        Assert.True(again.Repeated);
        Assert.Equal(FailureCode.AgainstRule, other.Refusal?.Code);
        Assert.Null(await hub.Queries.FindAsync(Other, CancellationToken.None));
    }

    [Fact]
    public async Task A_supplement_is_judged_like_a_new_application()
    {
        await using var hub = await TestHub.StartAsync(("Rules:Form2NotAuthorised", "Refuse"));
        await hub.TakesAsync(Messages.Application(), Messages.SupplementRequest());
        await hub.DeliverAllAsync();

        var refused = await hub.SendAsync(Messages.FromVneid(Sample.Application() with { FormType = 2, Authorised = 1 }));

        Assert.Equal(FailureCode.AgainstRule, refused.Refusal?.Code);
    }

    static async Task<IReadOnlyList<string>> CodesAsync(Application application, string day, (string, string)[] settings)
    {
        await using var hub = await TestHub.StartAsync(settings);
        return [.. hub.Get<LegalRules>().Of(application, Calendars.Day(day)).Select(finding => finding.Rule.Code)];
    }

    static Application Aged(string born)
    {
        var parts = born.Split('/').Reverse().Select(part => int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        var date = new PartialDate(parts[0], parts.Length > 1 ? parts[1] : null, parts.Length > 2 ? parts[2] : null);
        return Sample.Application() with { Applicant = Sample.Application().Applicant with { BirthDate = new(born, date) } };
    }
}
