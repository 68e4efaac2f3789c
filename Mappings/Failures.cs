using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Mappings;

/// <summary>The words of every failure, in both languages.</summary>
static class Failures
{
    public static MappingFailure Of(MappingFailureCode code, string path)
    {
        var (vietnamese, english) = Words(code);
        return path.Length == 0 ? new(code, path, vietnamese, english) : new(code, path, $"{vietnamese}: {path}", $"{english}: {path}");
    }

    static (string Vietnamese, string English) Words(MappingFailureCode code) => code switch
    {
        MappingFailureCode.Unreadable => ("Dữ liệu không đọc được hoặc bị cắt cụt", "unreadable or truncated message"),
        MappingFailureCode.MissingField => ("Thiếu trường bắt buộc", "mandatory field missing"),
        MappingFailureCode.BadDate => ("Ngày tháng không hợp lệ", "impossible date"),
        MappingFailureCode.BadBase64 => ("Nội dung tệp không đúng mã hóa base64", "file content is not base64"),
        MappingFailureCode.DuplicateMember => ("Trường bị lặp lại", "member given twice"),
        MappingFailureCode.TooDeep => ("Dữ liệu lồng nhau quá sâu", "message nested too deeply"),
        MappingFailureCode.FileType => ("Loại tệp không được phép hoặc sai nội dung", "file type not allowed or content of another type"),
        MappingFailureCode.FileTooLarge => ("Nội dung vượt quá dung lượng cho phép", "content exceeds the size allowed"),
        MappingFailureCode.BadNumber => ("Giá trị không phải là số hợp lệ", "not a valid number"),
        MappingFailureCode.UnmappedCode => ("Mã chưa có trong danh mục của hệ thống nhận", "code unknown to the receiver"),
        MappingFailureCode.NotPdf => ("Tệp không phải là PDF", "file is not a PDF"),
        MappingFailureCode.BadCharacter => ("Văn bản có ký tự không truyền được qua XML", "text has a character that XML cannot carry"),
        MappingFailureCode.TooLong => ("Văn bản dài quá giới hạn", "text longer than the contract allows"),
        _ => ("Giá trị không hợp lệ", "value not allowed")
    };
}
