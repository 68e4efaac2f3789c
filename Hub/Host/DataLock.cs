using LLTP.Hub.Core.Store;

namespace LLTP.Hub.Host;

/// <summary>One process at a time on an embedded database: the lock ends with the process, however it ends.</summary>
static class DataLock
{
    /// <exception cref="StoreRefusedException">Another hub uses this database; the message names the file.</exception>
    public static FileStream Take(string data)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(data)) is { } folder)
            Directory.CreateDirectory(folder);
        try
        {
            return new FileStream($"{data}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new StoreRefusedException("InUse", data);
        }
    }
}
