using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Texts;
using Xunit;

namespace LLTP.Hub.Tests.Core;

public sealed class TextTests
{
    public static TheoryData<FailureCode> Codes => [.. Enum.GetValues<FailureCode>()];

    public static TheoryData<int> StepNumbers => [.. Enumerable.Range(1, 10)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_refusal_has_words_for_a_clerk_and_for_an_engineer(FailureCode code)
    {
        var failure = Failure.Of(code, "A", "B", "C", "D");

        Assert.Contains(failure.Detail, letter => letter > 127);
        Assert.True(System.Text.Ascii.IsValid(failure.DetailEnglish));
    }

    [Theory]
    [MemberData(nameof(StepNumbers))]
    public void Every_step_has_a_name(int step)
    {
        Assert.NotEmpty(Text.Vietnamese($"step.{step}"));
        Assert.NotEmpty(Text.English($"step.{step}"));
    }

    [Fact]
    public void A_refusal_names_the_state_and_what_the_sender_may_say_now()
    {
        var failure = Failure.NotAllowedNow(
            new(new() { Number = "A-1", State = (int)DossierState.Finished }, [], []), EventKind.Withdrawn, Partner.Tthc);

        Assert.Equal("Dossier A-1 is at state 9; Withdrawn is not allowed now. Allowed: HandedOver, Decided.", failure.DetailEnglish);
        Assert.Contains("trạng thái 9", failure.Detail, StringComparison.Ordinal);
    }
}
