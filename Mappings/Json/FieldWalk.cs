using System.Collections;
using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Mappings.Json;

/// <summary>Finds the fields of a wire type that hold something, by path.</summary>
static class FieldWalk
{
    /// <summary>
    /// A report line for every filled field that a message does not carry; a carried path carries all below it. A field that is
    /// lost in every item of a list has one line, with empty brackets.
    /// </summary>
    public static IEnumerable<ReportLine> Lost(object wire, IReadOnlySet<string> carried) => Leaves(wire, "")
        .GroupBy(MemberPath.Shape)
        .SelectMany(places => Lost(places, carried))
        .Select(path => new ReportLine(path, "", "no place in this contract"));

    static string[] Lost(IGrouping<string, string> places, IReadOnlySet<string> carried)
    {
        string[] lost = [.. places.Where(path => !IsCarried(path, carried))];
        return lost.Length == places.Count() ? [places.Key] : lost;
    }

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
        IEnumerable items => items.Cast<object>().SelectMany((item, index) => Leaves(item, MemberPath.Item(path, index))),
        _ => WireMember.Of(value.GetType()).SelectMany(member => Leaves(member.Property.GetValue(value), MemberPath.Of(path, member.Name)))
    };
}
