using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Mappings.Xml;

/// <summary>Reads a base64 PDF out of XML: not empty, at most 10 MiB, and with the mark of a PDF.</summary>
static class PdfReading
{
    public const int MaxBytes = 10 * 1024 * 1024;

    public static FileRef? Read(string? base64, string path, Notes notes)
    {
        if (string.IsNullOrWhiteSpace(base64))
            return Refused(MappingFailureCode.MissingField, path, notes);
        var bytes = GC.AllocateUninitializedArray<byte>(base64.Length / 4 * 3 + 3);
        if (!Convert.TryFromBase64String(base64, bytes, out var length))
            return Refused(MappingFailureCode.BadBase64, path, notes);
        if (length > MaxBytes)
            return Refused(MappingFailureCode.FileTooLarge, path, notes);
        var pdf = bytes.AsMemory(0, length);
        return pdf.Span.StartsWith("%PDF"u8) ? notes.Keep(pdf) : Refused(MappingFailureCode.NotPdf, path, notes);
    }

    static FileRef? Refused(MappingFailureCode code, string path, Notes notes)
    {
        notes.Refuse(code, path);
        return null;
    }
}
