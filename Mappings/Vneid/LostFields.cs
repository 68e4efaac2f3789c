using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Json;

namespace LLTP.Hub.Mappings.Vneid;

/// <summary>What of a request another contract has no place for.</summary>
static class LostFields
{
    public static IEnumerable<ReportLine> Of(Application application, IReadOnlySet<string> carried) =>
        FieldWalk.Lost(ApplicationWriting.Request(application), carried)
            .Concat(application.Extra.Where(member => !member.Known).Select(Line));

    static ReportLine Line(ExtraMember member) =>
        new(MemberPath.Of(member.Parent, member.Name), "", "unknown member, no place in this contract");
}
