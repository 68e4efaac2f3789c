using Microsoft.Extensions.Options;

namespace LLTP.Hub.Adapters.Shared;

/// <summary>One of several named options, read when it is first asked for.</summary>
sealed class NamedOptions<T>(IOptionsMonitor<T> monitor, string name) : IOptions<T> where T : class
{
    public T Value => monitor.Get(name);
}
