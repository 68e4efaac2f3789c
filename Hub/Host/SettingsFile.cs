using System.Text.Json;
using LLTP.Hub.Core.Texts;

namespace LLTP.Hub.Host;

/// <summary>A province's settings in one JSON file, named by the environment variable LLTP_SETTINGS; variables LLTP__… win over it.</summary>
static class SettingsFile
{
    const string Variable = "LLTP_SETTINGS";

    public static void AddTo(IConfigurationBuilder configuration)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } file)
            configuration.AddJsonFile(Path.GetFullPath(file), optional: false, reloadOnChange: false);
    }

    /// <summary>Why the file cannot be used, in both languages; null when it can, or none is named.</summary>
    public static string? Problem()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } file)
            return null;
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file), new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return json.RootElement.ValueKind == JsonValueKind.Object ? null : Words(file, "{ … }");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return Words(file, unreadable.GetType().Name);
        }
        catch (JsonException unreadable)
        {
            return Words(file, $"JSON {unreadable.LineNumber + 1}:{unreadable.BytePositionInLine + 1}");
        }
    }

    static string Words(string file, string what) => $"{Text.Vietnamese("settings.unreadable", file, what)} / {Text.English("settings.unreadable", file, what)}";
}
