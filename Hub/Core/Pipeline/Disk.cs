namespace LLTP.Hub.Core.Pipeline;

/// <summary>The disk under a file.</summary>
static class Disk
{
    /// <summary>Null when there is no such disk.</summary>
    public static (long Free, long Total)? SpaceOf(string file)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file));
        if (!Directory.Exists(folder))
            return null;
        try
        {
            var drive = new DriveInfo(folder);
            return (drive.AvailableFreeSpace, drive.TotalSize);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
