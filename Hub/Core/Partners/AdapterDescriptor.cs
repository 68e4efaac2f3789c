namespace LLTP.Hub.Core.Partners;

public enum Protocol
{
    Rest,
    Soap,
    SignedXml,

    /// <summary>People, at a list of the hub's own.</summary>
    ByHand,
}

/// <summary>What an adapter can do beyond sending; each flag stands for one optional interface of the port.</summary>
[Flags]
public enum Capabilities
{
    None = 0,
    Ask = 1,
    Poll = 2,
    Doors = 4,
}

/// <summary>One kind of message that a partner takes; repeatable means: same identity, same effect, however often it is sent.</summary>
public sealed record MessageKindRow(string Kind, bool Repeatable);

/// <summary>What the hub knows of an adapter without calling it.</summary>
public sealed record AdapterDescriptor(
    string Partner, string Contract, Protocol Protocol, Capabilities Capabilities, IReadOnlyList<MessageKindRow> Kinds)
{
    public bool IsRepeatable(string kind) => Kinds.Any(row => row.Kind == kind && row.Repeatable);
}
