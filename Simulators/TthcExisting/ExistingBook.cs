using System.Collections.Concurrent;
using System.Text.Json;
using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.TthcExisting;

/// <summary>One dossier as the system keeps it: the last declaration only, overwritten by each supplement.</summary>
sealed class ExistingDossier : IDisposable
{
    public int Version { get; set; }

    public JsonElement Request { get; set; }

    /// <summary>VNeID was told of the supplement that the LLTP software wants.</summary>
    public bool SupplementTold { get; set; }

    /// <summary>Messages to VNeID go out one after the other.</summary>
    public SemaphoreSlim Queue { get; } = new(1);

    public void Dispose() => Queue.Dispose();
}

/// <summary>The system's dossiers. A number comes again only where a supplement was asked for; everything else is an error.</summary>
sealed class ExistingBook(SimulatorKit kit)
{
    readonly ConcurrentDictionary<string, ExistingDossier> dossiers = new(StringComparer.Ordinal);
    int last;

    public string NextNumber() => $"{kit.Options.UnitId}-{Today("yyMMdd")}-{Interlocked.Increment(ref last):D4}";

    public string Today(string format) => kit.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).ToString(format, null);

    public ExistingDossier Of(DossierCase file) => dossiers.GetOrAdd(file.Number, _ => new());

    /// <summary>The version stored; null where the dossier may not be written now.</summary>
    public int? Take(DossierCase file, JsonElement request)
    {
        lock (file.Gate)
        {
            var dossier = Of(file);
            if (dossier.Version > 0 && file.Last(Partners.Tthc) != 5)
            {
                kit.Journal.Repeat();
                return null;
            }
            var version = ++dossier.Version;
            dossier.Request = request.Clone();
            var identity = $"{file.Number}:dossier:{version}";
            kit.Journal.Record(Partners.Tthc, file.Number, EffectKinds.Dossier, identity, identity, version, version);
            file.Show(Partners.Tthc, 1);
            return version;
        }
    }

    public void KeepCertificate(DossierCase file, string number, string hash)
    {
        var identity = $"{file.Number}:certificate:{number}";
        kit.Journal.Record(Partners.Tthc, file.Number, EffectKinds.Certificate, identity, identity, 9, file.Visit(Partners.Tthc));
        file.Keep(Partners.Tthc, hash);
    }
}
