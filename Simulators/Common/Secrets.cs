using System.Security.Cryptography;

namespace LLTP.Hub.Simulators.Common;

/// <summary>The secrets of one trial, shared with the hub through files.</summary>
sealed record Secrets(string VneidCodeGet, string TthcInbound, string TthcOutbound, string DvcqgPassword, string LltpAuthKey, string TthcCodeGet,
    string TthcAuthKey)
{
    public const string VneidCodeGetFile = "vneid-codeget";
    public const string TthcInboundFile = "tthc-inbound";
    public const string TthcOutboundFile = "tthc-outbound";
    public const string DvcqgPasswordFile = "dvcqg-password";
    public const string LltpAuthKeyFile = "lltp-authkey";
    public const string TthcCodeGetFile = "tthc-codeget";
    public const string TthcAuthKeyFile = "tthc-authkey";

    /// <summary>Reads the folder's secrets; draws and writes those that do not exist yet.</summary>
    public static Secrets Open(string folder)
    {
        Directory.CreateDirectory(folder);
        return new(
            Draw(folder, VneidCodeGetFile), Draw(folder, TthcInboundFile), Draw(folder, TthcOutboundFile), Draw(folder, DvcqgPasswordFile),
            Draw(folder, LltpAuthKeyFile), Draw(folder, TthcCodeGetFile), Draw(folder, TthcAuthKeyFile));
    }

    static string Draw(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
            Write(path, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24)));
        return File.ReadAllText(path).Trim();
    }

    static void Write(string path, string secret)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(path, options);
        writer.WriteLine(secret);
    }
}
