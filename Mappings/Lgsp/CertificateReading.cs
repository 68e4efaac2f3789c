using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Vneid;

namespace LLTP.Hub.Mappings.Lgsp;

/// <summary>Reads a polled certificate (contract lltp-lgsp, ketQuaXuLy).</summary>
sealed class CertificateReading(Notes notes, string path)
{
    const int MaxNumber = 100;

    /// <summary>Null after a refusal, which the notes then hold.</summary>
    public Certificate? Certificate(KetQuaXuLy wire)
    {
        var pdf = Pdf(wire.PhieuLLTP, "phieuLLTP") ?? Missing("phieuLLTP");
        return pdf is null ? null : new()
        {
            Number = Required(wire.SoPhieuLLTP, "soPhieuLLTP"),
            IssuedOn = Day(Required(wire.NgayCapPhieu, "ngayCapPhieu"), "ngayCapPhieu"),
            FormType = wire.LoaiPhieu ?? 1,
            Preparer = wire.NguoiLapPhieu,
            Signer = wire.NguoiKy,
            SignerTitle = wire.ChucVu,
            ConvictionState = wire.TinhTrangAnTich,
            ConvictionStateName = wire.TenTinhTrangAnTich,
            BanState = wire.ThongTinCDNCV,
            BanStateName = wire.TenThongTinCDNCV,
            Judgments = [.. (wire.ThongTinAn ?? []).Select(Judgment)],
            Bans = [.. (wire.DsCDNCV ?? []).Select(Ban)],
            Pdf = pdf,
            RevokeDecision = Pdf(wire.QuyetDinhThuHoi, "quyetDinhThuHoi"),
        };
    }

    static Judgment Judgment(ThongTinAn wire) => new()
    {
        Number = wire.SoBanAn,
        Date = wire.NgayBanAn,
        CourtCode = wire.ToaDaTuyen,
        CourtName = wire.TenToaDaTuyen,
        Offences = [.. (wire.DsToiDanh ?? []).Select(offence => new Offence(offence.MaToiDanh, offence.TenToiDanh))],
        MainSentences = [.. (wire.DsHinhPhatChinh ?? []).Select(s => new Sentence(s.MaHinhPhat, s.TenHinhPhat, s.GhiChu))],
        AdditionalSentences = [.. (wire.DsHinhPhatBoSung ?? []).Select(s => new Sentence(s.MaHinhPhat, s.TenHinhPhat, s.NoiDungHinhPhatBoSung))],
        ExecutedOn = wire.NgayChapHanh,
        ExpungedOn = wire.NgayXoaAn,
        Provision = wire.DieuKhoan,
        CourtFee = wire.AnPhi,
        CivilDuty = wire.NghiaVuDanSu,
        ExecutionState = wire.TinhTrangThiHanh,
    };

    static PostBan Ban(CamDamNhiem wire) => new()
    {
        DecisionNumber = wire.SoQuyetDinh,
        DecisionDate = wire.NgayQuyetDinh,
        Court = wire.ToaAnQD,
        Post = wire.ChucVuCam,
        Term = wire.ThoiHanCam,
        From = wire.CamTuNgay,
    };

    FileRef? Pdf(FileRef? file, string name)
    {
        if (file is not null && !notes.BytesOf(file).Span.StartsWith("%PDF"u8))
            notes.Refuse(MappingFailureCode.NotPdf, path + name);
        return file;
    }

    FileRef? Missing(string name)
    {
        notes.Refuse(MappingFailureCode.MissingField, path + name);
        return null;
    }

    string Required(string? text, string name)
    {
        if (text is null)
            notes.Refuse(MappingFailureCode.MissingField, path + name);
        if (text?.Length > MaxNumber)
            notes.Refuse(MappingFailureCode.BadValue, path + name);
        return text ?? "";
    }

    DateText Day(string text, string name)
    {
        var value = Dates.Parse(text);
        if (value is null)
            notes.Refuse(MappingFailureCode.BadDate, path + name);
        return new(text, value);
    }
}
