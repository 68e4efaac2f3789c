namespace LLTP.Hub.Mappings.Canonical;

/// <summary>Why a message cannot be read or written; never contains a value of the message.</summary>
public sealed record MappingFailure(MappingFailureCode Code, string Path, string Text, string TextEnglish)
{
    /// <summary>Where a catalogue lacks a code: which.</summary>
    public CatalogueGap? Gap { get; init; }

    /// <summary>The path of the field, and what its catalogue lacks: "toKhai.nycLoaiGiayTo id-papers 9 lltp".</summary>
    public string Place => Gap is null ? Path : $"{Path} {Gap}";
}

/// <summary>The kinds of trouble a map can have with a message.</summary>
public enum MappingFailureCode
{
    Unreadable,
    MissingField,
    BadDate,
    BadBase64,
    DuplicateMember,
    TooDeep,
    FileType,
    FileTooLarge,
    BadNumber,
    UnmappedCode,
    NotPdf,
    BadValue,
    BadCharacter,
    TooLong
}
