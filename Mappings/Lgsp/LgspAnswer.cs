using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Mappings.Lgsp;

/// <summary>What a poll said of one dossier.</summary>
/// <param name="Known">The software has the dossier.</param>
/// <param name="State">Its state there (1 to 10), null where none was told.</param>
/// <param name="Text">The software's own words.</param>
/// <param name="Change">For states 3, 5, 8, 9 and 10 the act that led there, or why it cannot be read; else null.</param>
public sealed record LgspAnswer(bool Known, int? State, string? Text, Reading<Content>? Change);
