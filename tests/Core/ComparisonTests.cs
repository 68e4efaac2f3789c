using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Reconciliation;
using LLTP.Hub.Core.Store;
using Xunit;

namespace LLTP.Hub.Tests.Core;

public sealed class ComparisonTests
{
    const string Number = "H56.14-260601-5001";

    [Theory]
    [InlineData(HeldField.State, "9", "9", false, false, null)]
    [InlineData(HeldField.State, "9", "4", false, false, DifferenceClass.ContentDiffers)]
    [InlineData(HeldField.State, "9", "4", true, false, DifferenceClass.InTransit)]
    [InlineData(HeldField.State, "9", "4", false, true, DifferenceClass.Refused)]
    [InlineData(HeldField.State, "9", "4", true, true, DifferenceClass.InTransit)]
    [InlineData(HeldField.Version, "2", "1", false, false, DifferenceClass.ContentDiffers)]
    [InlineData(HeldField.Certificate, "7/2026", "", false, false, DifferenceClass.ContentDiffers)]
    [InlineData(HeldField.Issued, HeldField.No, HeldField.Yes, false, false, DifferenceClass.MissingHere)]
    [InlineData(HeldField.Issued, HeldField.No, HeldField.Yes, true, false, DifferenceClass.MissingHere)]
    [InlineData(HeldField.Issued, HeldField.Yes, HeldField.No, false, false, DifferenceClass.MissingThere)]
    [InlineData(HeldField.Answered, HeldField.No, HeldField.Yes, false, false, DifferenceClass.MissingHere)]
    [InlineData(HeldField.Cancelled, HeldField.No, HeldField.Yes, false, false, DifferenceClass.ContentDiffers)]
    public void A_field_that_both_know_is_compared(
        string field, string ours, string theirs, bool moving, bool refused, DifferenceClass? expected) =>
        Assert.Equal(expected, Comparison.Of(Believed(field, ours, true, moving, refused), Says(field, theirs))?.Class);

    [Theory]
    [InlineData(true, false, false, DifferenceClass.MissingThere), InlineData(true, true, false, DifferenceClass.InTransit)]
    [InlineData(true, false, true, DifferenceClass.Refused), InlineData(false, false, false, null), InlineData(false, true, false, null)]
    public void What_the_partner_does_not_have_is_explained(bool expected, bool moving, bool refused, DifferenceClass? found) =>
        Assert.Equal(found, Comparison.Of(Believed(HeldField.State, "2", expected, moving, refused), null)?.Class);

    [Theory]
    [InlineData(false, false, DifferenceClass.MissingHere), InlineData(true, false, DifferenceClass.InTransit)]
    [InlineData(false, true, DifferenceClass.Refused)]
    public void What_the_partner_has_without_ever_saying_so_is_explained(bool moving, bool refused, DifferenceClass found) =>
        Assert.Equal(found, Comparison.Of(Believed(HeldField.State, "0", false, moving, refused), Says(HeldField.State, "1"))?.Class);

    [Fact]
    public void What_the_hub_never_heard_of_is_missing_here() =>
        Assert.Equal(DifferenceClass.MissingHere, Comparison.Of(null, Says(HeldField.State, "1"))?.Class);

    [Fact]
    public void What_one_side_does_not_say_is_not_compared() =>
        Assert.Null(Comparison.Of(Believed(HeldField.State, "2", true, false, false), Says(HeldField.Version, "7")));

    [Theory]
    [InlineData(DifferenceClass.MissingThere, null, new[] { 1L, 2, 3, 4 }), InlineData(DifferenceClass.ContentDiffers, "2", new[] { 4L })]
    [InlineData(DifferenceClass.ContentDiffers, "1", new[] { 2L, 3, 4 }), InlineData(DifferenceClass.ContentDiffers, "4", new long[0])]
    [InlineData(DifferenceClass.ContentDiffers, "8", new long[0]), InlineData(DifferenceClass.InTransit, "1", new long[0])]
    public void The_portal_is_sent_again_what_came_after_the_state_it_shows(DifferenceClass found, string? shown, long[] sent)
    {
        DeliveryRow[] delivered =
        [
            Row(1, MessageKind.DvcqgDossier, 1), Row(2, MessageKind.DvcqgProgress, 2), Row(3, MessageKind.DvcqgDossier, 2),
            Row(4, MessageKind.DvcqgDossier, 4),
        ];

        var lacking = PortalSynchronisation.Lacking(delivered, new() { Class = found.ToString(), Theirs = shown });

        Assert.Equal(sent, lacking.Select(row => row.Seq));
    }

    static DeliveryRow Row(long seq, string kind, int show) => new() { Seq = seq, Kind = kind, Show = show };

    static Belief Believed(string field, string value, bool expected, bool moving, bool refused) =>
        new(Number, "", expected, new Dictionary<string, string> { [field] = value }, moving, refused);

    static Holding Says(string field, string value) => new(Number, "", new Dictionary<string, string> { [field] = value });
}
