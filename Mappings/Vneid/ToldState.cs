namespace LLTP.Hub.Mappings.Vneid;

/// <summary>What a TTHC system of today tells VNeID of a dossier (traKetQuaHoSoLLTP).</summary>
/// <param name="Number">maHoSoMCDT.</param>
/// <param name="State">trangThaiXuLy, 1 to 10.</param>
/// <param name="Reason">lyDoTuChoi: the reason of a refusal, or what is to be supplemented.</param>
/// <param name="DueDate">ngayHenTraKetQua.</param>
/// <param name="IsDecision">type is "thuhoi": a decision about an issued certificate.</param>
/// <param name="CertificateNumber">soPhieuLLTP, where a result is told.</param>
public sealed record ToldState(string Number, int State, string? Reason, DateOnly? DueDate, bool IsDecision, string? CertificateNumber)
{
    /// <summary>The type only: a reason may hold personal data.</summary>
    public override string ToString() => nameof(ToldState);
}
