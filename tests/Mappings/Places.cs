using System.Runtime.CompilerServices;

namespace LLTP.Hub.Tests.Mappings;

/// <summary>Where the files beside these tests and the contract documents stand.</summary>
static class Places
{
    public static string Tests { get; } = Here();

    public static string Contracts { get; } = Path.GetFullPath(Path.Combine(Tests, "..", "..", "Mappings", "Contracts"));

    static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file) ?? "";
}
