using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Catalogues;
using LLTP.Hub.Mappings.Json;
using LLTP.Hub.Mappings.Vneid;

namespace LLTP.Hub.Mappings.Lgsp;

/// <summary>
/// Between the contract lltp-lgsp of the shared LLTP software (DataLGSP and the poll for results) and the canonical model.
/// The caller gives authKey, the software's secret inside the body; nothing here keeps it.
/// </summary>
public static class LgspMap
{
    const int MaxPdf = 10 * 1024 * 1024;
    const string Software = "Phần mềm LLTP";
    const string Result = "value[].ketQuaXuLy.";

    /// <summary>DataLGSP: the dossier as it stands now; the contract has no other message for a newer version.</summary>
    public static Writing WriteDossier(DossierFacts facts, Application application, FileSource files, string? authKey)
    {
        var notes = new Notes();
        notes.Report.AddRange(LostFields.Of(application, LgspCarried.Of(application)));
        var wire = new LgspWriting(facts, application, notes).Dossier(authKey);
        return notes.Close(notes.Refusal is null
            ? JsonText.Build(VneidMap.FileBytes(application), writer => new WireWriter(writer, files).Write(wire))
            : null);
    }

    /// <summary>The question for the result of one dossier.</summary>
    public static ReadOnlyMemory<byte> WritePoll(string number, string provinceCode, string? authKey) =>
        JsonText.Of(new PollLgsp { AuthKey = authKey, MaTinh = provinceCode, MaHoSoMCDT = number });

    /// <summary>status and the words of the answer to DataLGSP; null when it is not an answer of this contract.</summary>
    public static (string Code, string Text)? ReadReply(ReadOnlyMemory<byte> json) => ReplyText.Read<(string, string)?>(json, root =>
        root.Text("status") is { } status
            ? (status, root.Text("errorDescription") ?? root.Text("statusDescription") ?? "")
            : null);

    /// <summary>The answer to a poll about one dossier; null when it is not an answer of this contract (empty, an HTML page, another dossier).</summary>
    /// <param name="at">When it was asked: the contract tells no time.</param>
    public static LgspAnswer? ReadPoll(ReadOnlyMemory<byte> json, string number, DateTimeOffset at)
    {
        var notes = new Notes();
        FilePlace[] files = [new("phieuLLTP", Result + "phieuLLTP", MaxPdf), new("quyetDinhThuHoi", Result + "quyetDinhThuHoi", MaxPdf)];
        if (JsonBody<KetQuaLgsp>.Read(json, notes, files) is not { Wire: { Status: { } status } body } read)
            return null;
        var dossiers = (body.Value ?? []).Where(dossier => dossier.MaHoSoMCDT == number).ToList();
        if (status != 1 || dossiers.Count == 0)
            return (body.Value ?? []).Count == 0 ? new(false, null, body.StatusDescription, null) : null;
        var dossier = dossiers[^1];
        var change = Change(dossier, body.StatusDescription, at, notes);
        var reading = change is null && notes.Refusal is null ? null : notes.Close(change, read.Hash);
        return new(true, dossier.TrangThaiXuLy, body.StatusDescription, reading);
    }

    static Content? Change(HoSoLgsp dossier, string? words, DateTimeOffset at, Notes notes)
    {
        var officer = new Officer(Software, null, null);
        var reason = words ?? CatalogueSet.StateName(dossier.TrangThaiXuLy ?? 0) ?? "";
        return dossier.TrangThaiXuLy switch
        {
            3 => new Refusal(officer, at, reason),
            5 => new SupplementRequest(officer, at, [reason]),
            8 => new Stop(officer, at, reason),
            9 or 10 => Issue(dossier.KetQuaXuLy, officer, at, notes),
            _ => null,
        };
    }

    static Issue? Issue(KetQuaXuLy? result, Officer officer, DateTimeOffset at, Notes notes)
    {
        if (result is null)
            notes.Refuse(MappingFailureCode.MissingField, "value[].ketQuaXuLy");
        var certificate = result is null ? null : new CertificateReading(notes, Result).Certificate(result);
        var signer = certificate?.Signer is { Length: > 0 and <= 50 } name ? officer with { Name = name, Title = certificate.SignerTitle } : officer;
        return certificate is null ? null : new(signer, at, certificate, Replaces: null);
    }
}
