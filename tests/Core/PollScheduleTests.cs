using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Process;
using Xunit;

namespace LLTP.Hub.Tests.Core;

public sealed class PollScheduleTests
{
    static readonly PollOptions Plain = new();
    static readonly DateTimeOffset Since = new(2026, 11, 2, 1, 0, 0, TimeSpan.Zero);

    [Theory]
    // While the certificate is awaited: a quarter of the time waited so far, from two minutes to two hours.
    [InlineData(DossierState.InProcess, "00:00:00", 0, "00:02:00")]
    [InlineData(DossierState.InProcess, "00:08:00", 0, "00:02:00")]
    [InlineData(DossierState.InProcess, "00:40:00", 0, "00:10:00")]
    [InlineData(DossierState.InProcess, "04:00:00", 0, "01:00:00")]
    [InlineData(DossierState.InProcess, "3.00:00:00", 0, "02:00:00")]
    [InlineData(DossierState.Accepted, "00:40:00", 0, "00:10:00")]
    [InlineData(DossierState.SupplementAsked, "00:40:00", 0, "00:10:00")]
    // Without an answer: twice as long each time.
    [InlineData(DossierState.InProcess, "00:00:00", 1, "00:04:00")]
    [InlineData(DossierState.InProcess, "00:00:00", 3, "00:16:00")]
    [InlineData(DossierState.InProcess, "00:00:00", 1000, "02:00:00")]
    [InlineData(DossierState.HandedOver, "300.00:00:00", 2, "00:08:00")]
    // After the issue: daily for 30 days, weekly until a year has passed.
    [InlineData(DossierState.Finished, "00:00:00", 0, "1.00:00:00")]
    [InlineData(DossierState.HandedOver, "29.23:00:00", 0, "1.00:00:00")]
    [InlineData(DossierState.HandedOver, "30.00:00:00", 0, "7.00:00:00")]
    [InlineData(DossierState.HandedOver, "364.23:00:00", 0, "7.00:00:00")]
    [InlineData(DossierState.HandedOver, "365.00:00:00", 0, null)]
    // Nothing more is to be learnt.
    [InlineData(DossierState.Refused, "00:00:00", 0, null)]
    [InlineData(DossierState.Withdrawn, "00:00:00", 0, null)]
    [InlineData(DossierState.Stopped, "00:00:00", 0, null)]
    public void The_next_question_comes_when_it_is_worth_asking(DossierState state, string waited, int failures, string? wait)
    {
        var now = Since + TimeSpan.Parse(waited, null);

        Assert.Equal(wait is null ? null : now + TimeSpan.Parse(wait, null), PollSchedule.Next(state, Since, failures, now, Plain));
    }

    [Theory]
    [InlineData("00:00:00", "00:02:00"), InlineData("00:40:00", "00:10:00"), InlineData("3.00:00:00", "02:00:00"), InlineData("31.00:00:00", "7.00:00:00")]
    public void After_a_decision_a_new_certificate_is_awaited_like_a_first_one_for_thirty_days(string waited, string wait)
    {
        var now = Since + TimeSpan.Parse(waited, null);

        Assert.Equal(now + TimeSpan.Parse(wait, null), PollSchedule.Next(DossierState.HandedOver, Since, 0, now, Plain, awaits: true));
    }
}
