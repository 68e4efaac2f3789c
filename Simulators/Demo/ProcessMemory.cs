using System.Globalization;

namespace LLTP.Hub.Simulators.Demo;

/// <summary>Reads the kernel's own account of a process.</summary>
static class ProcessMemory
{
    /// <summary>VmHWM in KiB, or null where the kernel does not tell.</summary>
    public static long? PeakKilobytes(int processId)
    {
        var status = $"/proc/{processId}/status";
        try
        {
            var lines = File.Exists(status) ? File.ReadLines(status) : [];
            var line = lines.FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            var words = line?.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            return words is [_, var peak, ..] ? long.Parse(peak, CultureInfo.InvariantCulture) : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
