namespace LLTP.Hub.Mappings.Canonical;

/// <summary>One attached file with the paper it belongs to.</summary>
public sealed record Attachment(string Code, string Title, string MediaType, FileRef File);

/// <summary>A paper of the dossier with its files.</summary>
public sealed record AttachedPaper(string? Code, string? Title, IReadOnlyList<AttachedFile> Files)
{
    internal Attachment Attach(AttachedFile file) => new(Code ?? "", Title ?? "", file.MediaType, file.File);
}

/// <summary>A file of a paper; the media type is the sender's own word.</summary>
public sealed record AttachedFile(string MediaType, FileRef File);
