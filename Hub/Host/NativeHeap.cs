using System.Runtime.InteropServices;

namespace LLTP.Hub.Host;

/// <summary>
/// glibc gives threads arenas of their own, up to eight for each core, and keeps what they once held. SQLite and OpenSSL allocate on whichever
/// thread calls them, so that large messages leave some tens of megabytes in each. Two arenas are enough here (mallopt(3), M_ARENA_MAX).
/// </summary>
static class NativeHeap
{
    const int ArenaMax = -8;
    const int Arenas = 2;

    /// <summary>Does nothing where the C library is another one.</summary>
    public static void Bound()
    {
        if (!OperatingSystem.IsLinux() || Environment.GetEnvironmentVariable("MALLOC_ARENA_MAX") is not null)
            return;
        if (NativeLibrary.TryLoad("libc.so.6", out var library) && NativeLibrary.TryGetExport(library, "mallopt", out _))
            _ = Mallopt(ArenaMax, Arenas);
    }

    [DllImport("libc.so.6", EntryPoint = "mallopt"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int Mallopt(int parameter, int value);
}
