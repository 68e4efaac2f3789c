using System.Text;

namespace LLTP.Hub.Tests.Support;

/// <summary>A file that is there as long as a test needs it.</summary>
public sealed class TemporaryFile : IDisposable
{
    public TemporaryFile(byte[] bytes) => File.WriteAllBytes(Path, bytes);

    public TemporaryFile(string text) : this(Encoding.UTF8.GetBytes(text))
    {
    }

    public string Path { get; } = System.IO.Path.GetTempFileName();

    public void Dispose() => File.Delete(Path);
}
