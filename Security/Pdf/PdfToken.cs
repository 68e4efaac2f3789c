namespace LLTP.Hub.Security;

enum PdfTokenKind { End, Broken, Integer, Name, Text, Hex, ArrayStart, ArrayEnd, DictionaryStart, DictionaryEnd, Word }

/// <summary>A token of a PDF file: the bytes from Start up to End, delimiters included.</summary>
readonly record struct PdfToken(PdfTokenKind Kind, int Start, int End);
