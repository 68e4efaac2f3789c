namespace LLTP.Hub.Simulators.Demo;

/// <summary>PostgreSQL cannot be used here; the message tells people why.</summary>
public sealed class PostgresMissingException(string message) : Exception(message);
