namespace LLTP.Hub.Tests.Structure;

/// <summary>The working tree these tests were built from.</summary>
static class Repository
{
    static readonly string[] Generated = [".git", "artifacts", "bin", "obj", ".vs", ".idea"];

    public static DirectoryInfo Root { get; } = Above(AppContext.BaseDirectory) ?? Above(Directory.GetCurrentDirectory())
        ?? throw new InvalidOperationException("There is no LLTP.Hub.sln above the test program or the current folder.");

    public static string Readme { get; } = Text("README.md");

    /// <summary>Files that people wrote, by path from the root with forward slashes.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. FilesBelow(Root).Select(PathOf).Order(StringComparer.Ordinal)];

    /// <summary>Source files of the product.</summary>
    public static IEnumerable<string> Sources => Files.Where(path => path.EndsWith(".cs", StringComparison.Ordinal)
        && !path.StartsWith("tests/", StringComparison.Ordinal));

    public static string Text(string path) => File.ReadAllText(Path.Combine(Root.FullName, path));

    public static string[] Lines(string path) => File.ReadAllLines(Path.Combine(Root.FullName, path));

    public static bool Has(string path) => Path.Exists(Path.Combine(Root.FullName, path));

    static IEnumerable<FileInfo> FilesBelow(DirectoryInfo folder) => folder.EnumerateFiles()
        .Concat(folder.EnumerateDirectories().Where(inner => !Generated.Contains(inner.Name)).SelectMany(FilesBelow));

    static string PathOf(FileInfo file) => Path.GetRelativePath(Root.FullName, file.FullName).Replace('\\', '/');

    static DirectoryInfo? Above(string folder)
    {
        var at = new DirectoryInfo(folder);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "LLTP.Hub.sln")))
            at = at.Parent;
        return at;
    }
}
