namespace LLTP.Hub.Adapters.Tthc;

/// <summary>A TTHC system by its partner name ("tthc", or "tthc:name" beside the main one) and what is configured for it.</summary>
public sealed record TthcSystem(string Partner, TthcOptions Options);
