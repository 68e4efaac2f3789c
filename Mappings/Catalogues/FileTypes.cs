namespace LLTP.Hub.Mappings.Catalogues;

/// <summary>The white-list of file formats (TT 39/2017/TT-BTTTT).</summary>
sealed record FileTypes(string Title, IReadOnlyList<FileType> Rows)
{
    static readonly FileTypes Allowed = Catalogue.Load<FileTypes>("file-types");

    /// <summary>The format that a sender's MIME-like word names, null when it is not on the list.</summary>
    public static FileType? Find(string? word)
    {
        var media = word?.Split(';')[0].Trim().ToLowerInvariant() ?? "";
        var last = media[(media.LastIndexOfAny(['/', '.']) + 1)..];
        return Allowed.Rows.FirstOrDefault(type => type.MediaTypes.Contains(media))
            ?? Allowed.Rows.FirstOrDefault(type => type.Extension == last)
            ?? Allowed.Rows.FirstOrDefault(type => type.Extension == "pdf" && media.Contains("pdf", StringComparison.Ordinal));
    }
}
