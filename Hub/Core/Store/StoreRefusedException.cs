using LLTP.Hub.Core.Texts;

namespace LLTP.Hub.Core.Store;

/// <summary>The store may not be used as it is; the message tells people, in both languages, what to do. It stops the start.</summary>
public sealed class StoreRefusedException : InvalidOperationException
{
    public StoreRefusedException(string key, params object[] args) : base($"{Text.Vietnamese($"store.{key}", args)} / {Text.English($"store.{key}", args)}")
    {
    }
}
