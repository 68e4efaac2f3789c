namespace LLTP.Hub.Mappings.Json;

/// <summary>Where a scan stands in the document.</summary>
sealed class ScanPath
{
    readonly Stack<ScanLevel> levels = [];

    public ScanLevel? Current => levels.TryPeek(out var level) ? level : null;

    public void Open(bool array) => levels.Push(new(array));

    public void Close() => levels.Pop();

    /// <summary>Counts an item when the value just met stands in an array.</summary>
    public void Meet()
    {
        if (Current is { IsArray: true } array)
            array.Index++;
    }

    public override string ToString() => levels.Reverse().Aggregate("", (path, level) =>
        level.IsArray ? MemberPath.Item(path, level.Index) : MemberPath.Of(path, level.Name));

    /// <summary>The path with empty brackets for every array.</summary>
    public string Shape() => levels.Reverse().Aggregate("", (path, level) => level.IsArray ? path + "[]" : MemberPath.Of(path, level.Name));
}
