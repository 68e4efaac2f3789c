using LLTP.Hub.Core.Pipeline;

namespace LLTP.Hub.Core.Sharing;

/// <summary>
/// What the processes of one hub tell each other beside the database. Every answer is a help and comes within a fraction of a second;
/// the database decides. In process for one process alone, Redis for several.
/// </summary>
public interface ISharing
{
    /// <summary>Why the processes cannot hear each other; null when all is well.</summary>
    string? Trouble { get; }

    /// <summary>Names partners for whom another process has made something due.</summary>
    void Listen(Action<string> woken);

    /// <summary>Tells the other processes that something may be due at a partner.</summary>
    void Wake(string partner);

    /// <summary>False when another process works on this message; the reservation ends by itself when its holder dies.</summary>
    Task<bool> ReserveAsync(string key, string token);

    void Release(string key, string token);

    /// <summary>How many of the wanted sends the window still has; they are counted.</summary>
    Task<int> TakeAsync(RateWindow window, int wanted);

    void Return(RateWindow window, int count);
}
