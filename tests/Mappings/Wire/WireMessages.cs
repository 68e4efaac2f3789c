using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Dvcqg;
using LLTP.Hub.Mappings.Lltp;
using LLTP.Hub.Mappings.Tthc;
using LLTP.Hub.Mappings.V06;
using LLTP.Hub.Mappings.Vneid;

namespace LLTP.Hub.Tests.Mappings;

/// <summary>All messages of one golden dossier, in the order of its states.</summary>
sealed class WireMessages(GoldenDossier dossier, Application application, FileSource files)
{
    static readonly LltpCodes Codes = new() { MinistryJusticeId = "41" };

    int version = 1;
    int hour = 1;

    public IEnumerable<WireMessage> All()
    {
        yield return new("tthc", "Dossier", TthcMap.WriteDossier(Facts(1), application, files));
        yield return new("lltp", "nhanHoSoDangKy", LltpMap.WriteDossier(Facts(2), application, files, Codes));
        yield return new("v06", "YeuCauTraCuu", V06Map.WriteLookup(Facts(4), application, "yc-1"));
        foreach (var state in dossier.States)
            foreach (var message in At(state))
                yield return message;
        yield return new("dvcqg", "DongBo", DvcqgMap.WriteDossier(Facts(dossier.States[^1]), application, "s", "H56.14", updating: true));
    }

    IEnumerable<WireMessage> At(int state)
    {
        hour++;
        if (state == 1 && hour > 2)
            version++;
        var facts = Facts(state);
        IEnumerable<WireMessage> own = state switch
        {
            4 when version > 1 => [new("lltp", "capNhatHoSo", LltpMap.WriteUpdate(Facts(4), application, files, Codes))],
            5 => [new("lltp", "tamDungHoSo", LltpMap.WritePause(facts))],
            3 or 7 or 8 => Closing(facts),
            9 => Result(facts),
            10 => [new("vneid", "StatusUpdate", VneidMap.WriteResult(facts, GoldenCertificate.Of(application), ResultDetail.Numbers, Bytes))],
            _ => []
        };
        return Shown(facts).Concat(own);
    }

    static IEnumerable<WireMessage> Shown(DossierFacts facts)
    {
        if (facts.State is not (1 or 9 or 10))
            yield return new("vneid", "StatusUpdate", VneidMap.WriteState(facts));
        // The contract with TTHC does not know state 6: nothing in this procedure is paid later.
        if (facts.State != 6)
            yield return new("tthc", "Progress", TthcMap.WriteProgress(facts));
        yield return new("dvcqg", "CapNhat", DvcqgMap.WriteProgress(facts, "s", "H56.14"));
    }

    static IEnumerable<WireMessage> Closing(DossierFacts facts) =>
    [
        new("lltp", "dungHoSo", LltpMap.WriteStop(facts)),
        new("v06", "HuyYeuCau", V06Map.WriteCancel(facts, "yc-1", facts.Reason ?? "")),
        new("v06", "HoiTrangThai", V06Map.WriteQuestion("yc-1", facts.At)),
        new("lltp", "traTrangThaiHs", LltpMap.WriteStatusQuestion(facts.Number))
    ];

    IEnumerable<WireMessage> Result(DossierFacts facts)
    {
        var certificate = GoldenCertificate.Of(application);
        var found = application.DeclaredConvictions is null or "Không có" ? LookupResult.None : LookupResult.Found;
        var answer = new LookupAnswer(new("Lê Văn Mẫu", "Cán bộ tra cứu", "PV06"), facts.At, "yc-1", 1, found, "Theo hồ sơ nghiệp vụ");
        return
        [
            new("lltp", "nhanKetQuaTraCuu", LltpMap.WriteLookupAnswer(facts, answer, "TC-1")),
            new("vneid", "StatusUpdate", VneidMap.WriteResult(facts, certificate, ResultDetail.Full, Bytes)),
            new("tthc", "Certificate", TthcMap.WriteCertificate(facts, certificate, version > 1 ? "120/2026" : null, Bytes))
        ];
    }

    static ReadOnlyMemory<byte> Bytes(FileRef file) => GoldenCertificate.Bytes(file);

    DossierFacts Facts(int state) => Samples.Facts(state) with { Number = application.Number, Version = version, At = Samples.At(hour) };
}
