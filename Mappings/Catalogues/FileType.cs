namespace LLTP.Hub.Mappings.Catalogues;

/// <summary>A file format that may be attached: its extension, media types and first bytes (hex; none for plain text).</summary>
sealed record FileType(string Extension, IReadOnlyList<string> MediaTypes, IReadOnlyList<string> Magic)
{
    /// <summary>Whether the bytes are what the format says; plain text has no zero bytes.</summary>
    public bool Fits(ReadOnlySpan<byte> bytes)
    {
        foreach (var start in Magic)
            if (bytes.StartsWith(Convert.FromHexString(start)))
                return true;
        return Magic.Count == 0 && !bytes.Contains((byte)0);
    }
}
