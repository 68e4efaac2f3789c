using System.Globalization;
using System.Text.Json;

namespace LLTP.Hub.Core.Texts;

/// <summary>Words that people read, Vietnamese and English, from one resource.</summary>
public static class Text
{
    static readonly Dictionary<string, string[]> Words = Load();

    public static string Vietnamese(string key, params object[] args) => string.Format(CultureInfo.InvariantCulture, Words[key][0], args);

    public static string English(string key, params object[] args) => string.Format(CultureInfo.InvariantCulture, Words[key][1], args);

    /// <summary>Both languages, or null for words that nobody has written.</summary>
    public static (string Vietnamese, string English)? Find(string key) => Words.TryGetValue(key, out var words) ? (words[0], words[1]) : null;

    static Dictionary<string, string[]> Load()
    {
        using var stream = typeof(Text).Assembly.GetManifestResourceStream("texts.json") ?? throw new InvalidOperationException("Missing resource texts.json.");
        return JsonSerializer.Deserialize<Dictionary<string, string[]>>(stream) ?? [];
    }
}
