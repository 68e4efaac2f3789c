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
        return [.. attachments.Select(attachment => Free(attachment, taken))];
    }

    static string Free(Attachment attachment, HashSet<string> taken)
    {
        var extension = Extension(attachment);
        var stem = Stem(attachment, extension);
        var name = stem + extension;
        for (var number = 2; !taken.Add(name); number++)
            name = string.Create(CultureInfo.InvariantCulture, $"{stem} ({number}){extension}");
        return name;
    }

    static string Stem(Attachment attachment, string extension)
    {
        var title = attachment.Title.Length > 0 ? attachment.Title : attachment.Code;
        var plain = Trimmed(string.Concat(title.Where(IsPlain)));
        if (extension.Length > 0 && plain.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
            plain = Trimmed(plain[..^extension.Length]);
        return plain.Length == 0 ? "Giấy tờ" : Trimmed(TextForm.Cut(plain, MaxLength));
    }

    static string Trimmed(string text) => text.Trim(' ', '.');

    // Marks of writing direction are invisible and can make a name look as if it had another extension.
    static bool IsPlain(char letter) => !Forbidden.Contains(letter) && char.GetUnicodeCategory(letter)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    static string Extension(Attachment attachment) => FileTypes.Find(attachment.MediaType) is { } type ? "." + type.Extension : "";
}
