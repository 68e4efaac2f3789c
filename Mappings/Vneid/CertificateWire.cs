using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Mappings.Vneid;

/// <summary>A certificate in the words of the VNeID contract (ketQuaXuLy).</summary>
static class CertificateWire
{
    public static KetQuaXuLy? Of(Certificate certificate, ResultDetail detail) => detail switch
    {
        ResultDetail.Full => Full(certificate),
        ResultDetail.Numbers => Numbers(certificate),
        _ => null
    };

    public static KetQuaXuLy Full(Certificate certificate) => Numbers(certificate) with
    {
        NguoiLapPhieu = certificate.Preparer,
        NguoiKy = certificate.Signer,
        ChucVu = certificate.SignerTitle,
        TinhTrangAnTich = certificate.ConvictionState,
        TenTinhTrangAnTich = certificate.ConvictionStateName,
        ThongTinCDNCV = certificate.BanState,
        TenThongTinCDNCV = certificate.BanStateName,
        ThongTinAn = [.. certificate.Judgments.Select(Judgment)],
        DsCDNCV = [.. certificate.Bans.Select(Ban)],
        PhieuLLTP = certificate.Pdf,
        QuyetDinhThuHoi = certificate.RevokeDecision
    };

    public static long FileBytes(KetQuaXuLy? result) => (result?.PhieuLLTP?.Size ?? 0) + (result?.QuyetDinhThuHoi?.Size ?? 0);

    static KetQuaXuLy Numbers(Certificate certificate) => new()
    {
        SoPhieuLLTP = certificate.Number,
        NgayCapPhieu = certificate.IssuedOn.Shown,
        LoaiPhieu = certificate.FormType
    };

    static ThongTinAn Judgment(Judgment judgment) => new()
    {
        SoBanAn = judgment.Number,
        NgayBanAn = judgment.Date,
        ToaDaTuyen = judgment.CourtCode,
        TenToaDaTuyen = judgment.CourtName,
        DsToiDanh = [.. judgment.Offences.Select(offence => new ToiDanh { MaToiDanh = offence.Code, TenToiDanh = offence.Name })],
        DsHinhPhatChinh = [.. judgment.MainSentences.Select(Main)],
        DsHinhPhatBoSung = [.. judgment.AdditionalSentences.Select(Additional)],
        NgayChapHanh = judgment.ExecutedOn,
        NgayXoaAn = judgment.ExpungedOn,
        DieuKhoan = judgment.Provision,
        AnPhi = judgment.CourtFee,
        NghiaVuDanSu = judgment.CivilDuty,
        TinhTrangThiHanh = judgment.ExecutionState
    };

    static HinhPhatChinh Main(Sentence sentence) => new()
    {
        MaHinhPhat = sentence.Code,
        TenHinhPhat = sentence.Name,
        GhiChu = sentence.Note
    };

    static HinhPhatBoSung Additional(Sentence sentence) => new()
    {
        MaHinhPhat = sentence.Code,
        TenHinhPhat = sentence.Name,
        NoiDungHinhPhatBoSung = sentence.Note
    };

    static CamDamNhiem Ban(PostBan ban) => new()
    {
        SoQuyetDinh = ban.DecisionNumber,
        NgayQuyetDinh = ban.DecisionDate,
        ToaAnQD = ban.Court,
        ChucVuCam = ban.Post,
        ThoiHanCam = ban.Term,
        CamTuNgay = ban.From
    };
}
