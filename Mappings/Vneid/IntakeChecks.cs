using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Catalogues;

namespace LLTP.Hub.Mappings.Vneid;

/// <summary>What makes a request unacceptable (VNeID contract, TaoHoSo).</summary>
sealed class IntakeChecks(Notes notes, IntakeRules rules)
{
    const int MaxNumberLength = 64;

    public void Mandatory(VneidRequest request)
    {
        Need(request.MaTinh, "maTinh");
        Need(request.MaHoSoMCDT, "maHoSoMCDT");
        Need(request.ToKhai, "toKhai");
        if (request.MaHoSoMCDT is { } number && (number.Length > MaxNumberLength || number.Any(IsOdd)))
            notes.Refuse(MappingFailureCode.BadValue, "maHoSoMCDT");
        if (request.ToKhai is { } form)
            Mandatory(form);
    }

    public void Files(IReadOnlyList<GiayToDinhKem> papers)
    {
        for (var paper = 0; paper < papers.Count; paper++)
            for (var file = 0; file < (papers[paper].DanhSach?.Count ?? 0); file++)
                File(papers[paper].DanhSach?[file] ?? new(), $"toKhai.giayToDinhKem[{paper}].danhSach[{file}]");
    }

    void Mandatory(ToKhai form)
    {
        Need(form.LoaiPhieu, "toKhai.loaiPhieu");
        Need(form.NycHoTen, "toKhai.nycHoTen");
        Need(form.NycGioiTinh, "toKhai.nycGioiTinh");
        Need(form.NycNgaySinh, "toKhai.nycNgaySinh");
        Need(form.NycLoaiGiayTo, "toKhai.nycLoaiGiayTo");
        Need(form.NycSoGiayTo, "toKhai.nycSoGiayTo");
        if (form.UyQuyen != 1)
            return;
        Need(form.ThongTinUyQuyen?.NuqHoTen, "toKhai.thongTinUyQuyen.nuqHoTen");
        Need(form.ThongTinUyQuyen?.NuqSoGiayTo, "toKhai.thongTinUyQuyen.nuqSoGiayTo");
    }

    void File(TepDinhKem file, string path)
    {
        Need(file.DuLieu, path + ".duLieu");
        if (FileTypes.Find(file.Loai) is not { } type)
            notes.Refuse(MappingFailureCode.FileType, path + ".loai");
        else if (file.DuLieu is { } kept)
            Content(type, kept, path + ".duLieu");
    }

    void Content(FileType type, FileRef file, string path)
    {
        if (type.Extension == "pdf" && file.Size > rules.MaxPdfBytes)
            notes.Refuse(MappingFailureCode.FileTooLarge, path);
        if (!type.Fits(notes.BytesOf(file).Span))
            notes.Refuse(MappingFailureCode.FileType, path);
    }

    void Need(object? value, string path)
    {
        if (value is null)
            notes.Refuse(MappingFailureCode.MissingField, path);
    }

    static bool IsOdd(char letter) => char.IsWhiteSpace(letter) || char.IsControl(letter);
}
