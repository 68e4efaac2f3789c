using System.Diagnostics;
using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Demo;

/// <summary>One line that is rewritten on a terminal, or a line every five seconds elsewhere.</summary>
sealed class ProgressLine(DemoOptions options, SimulatorKit kit, Driver driver)
{
    static readonly TimeSpan Often = TimeSpan.FromSeconds(5);

    readonly long started = Stopwatch.GetTimestamp();
    TimeSpan shown = TimeSpan.Zero;

    public void Show()
    {
        var elapsed = Stopwatch.GetElapsedTime(started);
        if (!Console.IsOutputRedirected)
            Console.Write("\r" + Text(elapsed) + "   ");
        else if (elapsed - shown >= Often)
        {
            shown = elapsed;
            Console.WriteLine(Text(elapsed));
        }
    }

    public void End()
    {
        if (!Console.IsOutputRedirected)
            Console.WriteLine();
    }

    string Text(TimeSpan elapsed) =>
        $"Xong/finished {kit.Board.Finished}/{options.Dossiers}  đang xử lý/in flight {driver.InFlight}  "
        + $"{kit.Board.Finished / Math.Max(0.1, elapsed.TotalSeconds):F1}/s  gửi lại/repeats {kit.Journal.Repeats}";
}
