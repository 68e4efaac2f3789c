namespace LLTP.Hub.Simulators.Demo;

/// <summary>A server that the trial needs (PostgreSQL, Redis) cannot be used here; the message tells people why.</summary>
public sealed class ServerMissingException(string message) : Exception(message);
