namespace LLTP.Hub.Tests.Edges.Adapters;

/// <summary>The keys of one class of tests, made once because making them takes long.</summary>
public sealed class KeysFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("lltp-adapter-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
