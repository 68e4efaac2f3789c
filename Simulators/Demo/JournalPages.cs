using System.Text.Json;
using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Demo;

/// <summary>What every partner said and what it came to hold, for people and tests that read a run step by step.</summary>
static class JournalPages
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static byte[] Write(Journal journal) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            said = journal.Promises.Select(one => new { one.Dossier, one.Partner, one.Event, one.At }),
            held = journal.Effects.OrderBy(one => one.Ordinal).Select(one => new { one.Dossier, one.Partner, one.Kind, one.State, one.At }),
        }, Json);
}
