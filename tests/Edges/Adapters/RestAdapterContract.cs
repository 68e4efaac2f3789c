using System.Text;

namespace LLTP.Hub.Tests.Edges.Adapters;

/// <summary>The partners that answer in JSON.</summary>
public abstract class RestAdapterContract(KeysFolder keys, string partner, string kind, Said yes, Said no)
    : AdapterContract(keys, partner, kind)
{
    protected override Said Yes => yes;

    protected override Said No => no;

    protected static Said Json(int status, string body) => new(status, "application/json", _ => Encoding.UTF8.GetBytes(body));
}
