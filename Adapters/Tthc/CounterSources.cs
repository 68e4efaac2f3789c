using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Adapters.Tthc;

/// <summary>Values of nguonDangKy that are not VNeID's: 1 the provincial portal, 3 the counter (the post counts there).</summary>
static class CounterSources
{
    public static bool Has(Application application) => application.SourceCode is 1 or 3;

    public static Failure Failure => Failure.Of(FailureCode.Malformed, "nguonDangKy", "1 | 3");
}
