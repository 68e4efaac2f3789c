using LLTP.Hub.Core.Options;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>One window of a rate: windows of the same rate follow one another and are the same on every node. Pure.</summary>
/// <param name="Name">The same for everybody who counts in this window.</param>
public sealed record RateWindow(string Name, int Limit, DateTimeOffset Ends)
{
    public static RateWindow Of(string partner, RateOptions rate, DateTimeOffset now)
    {
        var per = (long)rate.Per.TotalMilliseconds;
        var number = now.ToUnixTimeMilliseconds() / per;
        return new($"{partner}/{per}/{number}", rate.Count, DateTimeOffset.FromUnixTimeMilliseconds((number + 1) * per));
    }
}
