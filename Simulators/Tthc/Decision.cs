namespace LLTP.Hub.Simulators.Tthc;

/// <summary>An officer's decision.</summary>
/// <param name="Path">Last segment of the hub's address for it.</param>
/// <param name="Happening">Name of the event in the journal.</param>
/// <param name="State">State that the own display shows by it.</param>
sealed record Decision(
    string Path, string Happening, int State, string? Reason = null, IReadOnlyList<string>? Items = null, string? Receiver = null);
