using System.Security.Cryptography.X509Certificates;

namespace LLTP.Hub.Security;

/// <summary>The keys of one purpose in the order in which they take over from each other.</summary>
public sealed class KeySuccession : IDisposable
{
    readonly List<(SigningKey Key, DateTimeOffset From)> keys = [];

    public KeySuccession(KeyPlace first)
    {
        for (KeyPlace? place = first; place is not null; place = place.Next)
            keys.Add((place.Open(), place.From ?? DateTimeOffset.MinValue));
    }

    public IEnumerable<X509Certificate2> Certificates => keys.Select(one => one.Key.Certificate);

    /// <summary>The key that signs at that time: the last one whose time has come.</summary>
    public SigningKey At(DateTimeOffset now) => (keys.FindLast(one => one.From <= now) is { Key: { } due } ? due : null) ?? keys[0].Key;

    public void Dispose() => keys.ForEach(one => one.Key.Dispose());
}
