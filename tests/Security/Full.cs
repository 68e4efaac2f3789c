namespace LLTP.Hub.Tests.Security;

/// <summary>How much of a long test is run: a small part, or all of it where LLTP_TEST_FULL is 1.</summary>
static class Full
{
    public static int Or(int full, int part) => Environment.GetEnvironmentVariable("LLTP_TEST_FULL") == "1" ? full : part;
}
