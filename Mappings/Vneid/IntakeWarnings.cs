using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Json;

namespace LLTP.Hub.Mappings.Vneid;

/// <summary>What an officer should look at in an accepted request.</summary>
sealed class IntakeWarnings(Notes notes, IntakeRules rules)
{
    const int MaxUnknown = 20;

    public void Judge(Application application)
    {
        Identifier(application.Applicant);
        if (application.Payment is { } payment)
            Sum(payment);
        Paid(application);
        Unknown();
    }

    void Identifier(Applicant applicant)
    {
        if (!PersonalNumber.IsPlausible(applicant.IdNumber, applicant.IdType, applicant.Sex, applicant.BirthDate.Value?.Year))
            notes.Warn(WarningCodes.ImplausibleNumber, "toKhai.nycSoGiayTo", "Số giấy tờ không khớp với độ dài, giới tính hoặc năm sinh");
    }

    void Sum(Payment payment)
    {
        Money?[] parts = [payment.FormFee, payment.PaperFee, payment.Total];
        if (parts.Any(part => part is { Dong: null }))
            return;
        if ((payment.FormFee?.Dong ?? 0) + (payment.PaperFee?.Dong ?? 0) != (payment.Total?.Dong ?? 0))
            notes.Warn(WarningCodes.PaymentUnreadable, "toKhai.thongTinThanhToan.tongPhi", "Tổng phí không bằng tổng các khoản phí");
    }

    void Paid(Application application)
    {
        var state = application.Receipt?.TransactionState;
        var exempt = state is null && (application.Payment?.Total?.Dong ?? 0) == 0;
        if (rules.PaidCodes.Count > 0 && !exempt && (state is not { } code || !rules.PaidCodes.Contains(code)))
            notes.Warn(WarningCodes.NotPaid, "thongTinBienLai.trangThaiGD", "Trạng thái giao dịch không cho biết là đã thanh toán");
    }

    void Unknown()
    {
        foreach (var member in notes.Extra.Where(member => !member.Known).Take(MaxUnknown))
            notes.Warn(WarningCodes.UnknownMember, MemberPath.Of(member.Parent, member.Name), "Trường không có trong hợp đồng, được giữ nguyên");
    }
}
