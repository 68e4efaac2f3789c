using System.Collections;
using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Mappings.Json;

/// <summary>Finds the fields of a wire type that hold something, by path and with empty brackets for lists.</summary>
static class FieldWalk
{
    /// <summary>A report line for every filled field that a contract does not carry; a carried path carries all below it.</summary>
    public static IEnumerable<ReportLine> Lost(object wire, IReadOnlySet<string> carried) => Leaves(wire, "")
        .Distinct()
        .Where(path => !IsCarried(path, carried))
        .Select(path => new ReportLine(path, "", "no place in this contract"));

    static bool IsCarried(string path, IReadOnlySet<string> carried)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOfAny(['.', '['], end - 1))
            if (carried.Contains(path[..end]))
                return true;
        return false;
    }

    static IEnumerable<string> Leaves(object? value, string path) => value switch
    {
        null => [],
        string or int or FileRef => [path],
        IEnumerable items => items.Cast<object>().SelectMany(item => Leaves(item, path + "[]")),
        _ => WireMember.Of(value.GetType()).SelectMany(member => Leaves(member.Property.GetValue(value), MemberPath.Of(path, member.Name)))
    };
}
