using LLTP.Hub.Security;

namespace LLTP.Hub.Tests.Edges.Adapters;

/// <summary>An answer in a partner's own words, signed with the key where the contract wants it.</summary>
public sealed record Said(int Status, string Media, Func<SigningKey, byte[]> Body);
