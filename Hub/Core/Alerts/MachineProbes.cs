using System.Runtime.InteropServices;
using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Partners;
using Microsoft.Extensions.Options;

namespace LLTP.Hub.Core.Alerts;

/// <summary>What the machine tells: free disk, what ends soon, and whether its clock is kept right.</summary>
public sealed class MachineProbes(IOptions<AlertOptions> options, IOptions<HubOptions> hub, IEnumerable<ExpiryReport> expiry)
{
    const int SoonDays = 30;
    const int TimeError = 5;
    const int SizeOfTimex = 256;

    public Task<Observed> DiskAsync(CancellationToken cancellation)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(hub.Value.Data)) ?? "/";
        var level = Level.Unknown;
        var detail = "";
        if (Directory.Exists(folder))
        {
            var drive = new DriveInfo(folder);
            level = DiskLevel(drive.AvailableFreeSpace, drive.TotalSize, options.Value);
            detail = $"{drive.AvailableFreeSpace >> 20} MiB";
        }
        return Task.FromResult(new Observed(FaultKind.Disk, [new(FaultKind.Disk, "data", level, detail)]));
    }

    /// <summary>Bad below one of the two limits, good a quarter above both.</summary>
    public static Level DiskLevel(long free, long total, AlertOptions limits)
    {
        var least = Math.Max((double)limits.DiskMebibytes * (1 << 20), total * (limits.DiskPercent / 100.0));
        return free < least ? Level.Bad : free >= least * 1.25 ? Level.Good : Level.Between;
    }

    public Task<Observed> CertificatesAsync(CancellationToken cancellation) => Task.FromResult(new Observed(FaultKind.Certificate,
    [
        .. expiry.SelectMany(report => report()).Where(notice => notice.Threshold <= SoonDays)
            .Select(notice => new Observation(FaultKind.Certificate, $"{notice.Owner} {notice.Kind}", Level.Bad, $"{notice.Ends:yyyy-MM-dd}"))
            .DistinctBy(seen => seen.Subject),
    ]));

    /// <summary>The kernel's own word (adjtimex); where it may not be asked the answer is unknown, and unknown is no alert.</summary>
    public Task<Observed> ClockAsync(CancellationToken cancellation)
    {
        var level = ClockState() switch { < 0 => Level.Unknown, TimeError => Level.Bad, _ => Level.Good };
        return Task.FromResult(new Observed(FaultKind.ClockUnsynchronised, [new(FaultKind.ClockUnsynchronised, "hub", level)]));
    }

    // struct timex with modes 0 changes nothing; the result is TIME_ERROR while nobody keeps the clock.
    static int ClockState()
    {
        try
        {
            return OperatingSystem.IsLinux() ? AdjustTime(new byte[SizeOfTimex]) : -1;
        }
        catch (Exception missing) when (missing is DllNotFoundException or EntryPointNotFoundException)
        {
            return -1;
        }
    }

    [DllImport("libc", EntryPoint = "adjtimex")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int AdjustTime(byte[] timex);
}
