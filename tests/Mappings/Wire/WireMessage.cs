using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Tests.Mappings;

/// <summary>One message that a dossier makes the hub send: on which contract, of which type, and what came of writing it.</summary>
sealed record WireMessage(string Contract, string Type, Writing Writing);
