using System.Globalization;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Catalogues;

namespace LLTP.Hub.Mappings;

/// <summary>Gives attachments file names that are true to their content and unique in the dossier.</summary>
static class FileNames
{
    const int MaxLength = 120;
    const string Forbidden = "/\\:*?\"<>|";

    /// <summary>One name for each attachment, in the same order; equal names get a number.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<Attachment> attachments)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. attachments.Select(attachment => Free(Stem(attachment), Extension(attachment), taken))];
    }

    static string Free(string stem, string extension, HashSet<string> taken)
    {
        var name = stem + extension;
        for (var number = 2; !taken.Add(name); number++)
            name = string.Create(CultureInfo.InvariantCulture, $"{stem} ({number}){extension}");
        return name;
    }

    static string Stem(Attachment attachment)
    {
        var title = attachment.Title.Length > 0 ? attachment.Title : attachment.Code;
        var clean = string.Concat(title.Where(letter => !Forbidden.Contains(letter) && !char.IsControl(letter))).Trim(' ', '.');
        return clean.Length == 0 ? "Giấy tờ" : TextForm.Cut(clean, MaxLength);
    }

    static string Extension(Attachment attachment) => FileTypes.Find(attachment.MediaType) is { } type ? "." + type.Extension : "";
}
