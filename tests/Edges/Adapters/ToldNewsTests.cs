using LLTP.Hub.Adapters.Tthc;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using Xunit;

namespace LLTP.Hub.Tests.Edges.Adapters;

/// <summary>What a TTHC system of today means by a state, wherever the dossier stands here.</summary>
public sealed class ToldNewsTests
{
    [Theory]
    [InlineData(1, 2, EventKind.Accepted), InlineData(1, 3, EventKind.Refused), InlineData(1, 5, EventKind.SupplementAsked)]
    [InlineData(1, 7, EventKind.Withdrawn), InlineData(4, 8, EventKind.Stopped), InlineData(5, 7, EventKind.Withdrawn)]
    [InlineData(2, 5, EventKind.SupplementAsked), InlineData(4, 5, EventKind.SupplementAsked), InlineData(9, 10, EventKind.HandedOver)]
    [InlineData(4, 2, EventKind.Shown), InlineData(2, 4, EventKind.Shown), InlineData(4, 4, EventKind.Shown), InlineData(9, 4, EventKind.Shown)]
    [InlineData(9, 9, EventKind.Shown), InlineData(10, 9, EventKind.Shown), InlineData(10, 10, EventKind.Shown), InlineData(3, 3, EventKind.Shown)]
    [InlineData(7, 7, EventKind.Shown), InlineData(4, 9, null), InlineData(4, 10, null), InlineData(4, 3, null), InlineData(9, 7, null)]
    [InlineData(4, 6, null), InlineData(4, 1, null), InlineData(3, 8, null)]
    public void A_state_is_news_where_the_dossier_waits_for_it_and_an_echo_where_it_is_known(int here, int told, EventKind? expected) =>
        Assert.Equal(new ToldNews(expected), ToldNews.Of(Stand(here), told));

    [Theory]
    [InlineData(2), InlineData(3), InlineData(5)]
    public void A_decision_about_a_version_that_tthc_has_not_got_is_an_old_one(int told) =>
        Assert.Equal(new ToldNews(EventKind.Shown), ToldNews.Of(Stand(1, VersionHeld.No), told));

    [Theory]
    [InlineData(2), InlineData(3), InlineData(5)]
    public void Nothing_is_decided_while_nobody_knows_whether_tthc_has_the_version(int told) =>
        Assert.Equal(new ToldNews(null, Wait: true), ToldNews.Of(Stand(1, VersionHeld.Unknown), told));

    [Theory]
    [InlineData(1), InlineData(5), InlineData(4)]
    public void A_supplement_that_the_software_asked_for_is_not_asked_for_again(int here) =>
        Assert.Equal(new ToldNews(EventKind.Shown), ToldNews.Of(Stand(here, VersionHeld.Unknown, untold: 1), 5));

    static TthcStand Stand(int here, VersionHeld held = VersionHeld.Yes, int untold = 0) => new(new() { State = here }, held, untold);
}
