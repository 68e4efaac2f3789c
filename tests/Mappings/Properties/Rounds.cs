using FsCheck;

namespace LLTP.Hub.Tests.Mappings;

/// <summary>How properties are tried: the short run draws the same cases each time, the long one new ones.</summary>
static class Rounds
{
    public static bool AreLong => Environment.GetEnvironmentVariable("LLTP_TEST_FULL") == "1";

    public static Config Of(int cases)
    {
        var config = Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(cases);
        return AreLong ? config : config.WithReplay(20_261_124, 1);
    }
}
