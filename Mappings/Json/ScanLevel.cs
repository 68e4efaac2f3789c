namespace LLTP.Hub.Mappings.Json;

/// <summary>An object or array that a scan is inside of.</summary>
sealed class ScanLevel(bool array)
{
    readonly HashSet<string> names = [];

    public string Name { get; private set; } = "";

    public int Index { get; set; } = -1;

    public bool IsArray => array;

    /// <summary>Between two members; a member without a name that can be shown stands here too.</summary>
    public void Leave() => Name = "";

    /// <summary>Enters a member; false when the object already had one of this name.</summary>
    public bool Enter(string name)
    {
        Name = name;
        return names.Add(name);
    }
}
