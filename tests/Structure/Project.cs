using System.Xml.Linq;

namespace LLTP.Hub.Tests.Structure;

/// <summary>One project file, by its folder from the root, such as Hub/Core.</summary>
sealed class Project(string file)
{
    readonly XDocument document = XDocument.Load(Path.Combine(Repository.Root.FullName, file));

    public static IReadOnlyList<Project> All { get; } =
        [.. Repository.Files.Where(path => path.EndsWith(".csproj", StringComparison.Ordinal)).Select(path => new Project(path))];

    public string Folder => FolderOf(file);

    /// <summary>Projects whose types this one can use.</summary>
    public IEnumerable<string> Arrows => References(buildOnly: false);

    /// <summary>Projects that are built before this one, whose types it cannot use.</summary>
    public IEnumerable<string> BuildOnly => References(buildOnly: true);

    public IEnumerable<string> LinkedSources => document.Descendants("Compile").Select(item => (string?)item.Attribute("Include")).OfType<string>();

    IEnumerable<string> References(bool buildOnly) => document.Descendants("ProjectReference")
        .Where(reference => IsBuildOnly(reference) == buildOnly)
        .Select(reference => FolderOf(FromRoot(reference.Attribute("Include")?.Value ?? "")))
        .Order(StringComparer.Ordinal);

    string FromRoot(string include)
    {
        var from = Path.Combine(Repository.Root.FullName, Path.GetDirectoryName(file) ?? "");
        return Path.GetRelativePath(Repository.Root.FullName, Path.GetFullPath(include.Replace('\\', '/'), from));
    }

    static bool IsBuildOnly(XElement reference) =>
        ((string?)reference.Attribute("ReferenceOutputAssembly") ?? (string?)reference.Element("ReferenceOutputAssembly")) == "false";

    static string FolderOf(string path) => (Path.GetDirectoryName(path) ?? "").Replace('\\', '/');
}
