using System.Globalization;
using System.Text.Json;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Catalogues;
using LLTP.Hub.Mappings.Json;

namespace LLTP.Hub.Mappings.Vneid;

/// <summary>Between the VNeID contract and the canonical model.</summary>
public static class VneidMap
{
    /// <summary>Reads a TaoHoSo body without ever holding a file as text; the blobs are the decoded files.</summary>
    public static Reading<Application> ReadApplication(ReadOnlyMemory<byte> json, IntakeRules rules)
    {
        var notes = new Notes();
        var files = new FilePlace("duLieu", "toKhai.giayToDinhKem[].danhSach[].duLieu", rules.MaxFileBytes);
        if (JsonBody<VneidRequest>.Read(json, notes, files) is not { } body)
            return notes.Close<Application>(null, "");
        return notes.Close(Application(body.Wire, rules, notes), body.Hash);
    }

    /// <summary>The TaoHoSo body again, with everything that came beside the contract.</summary>
    public static Writing WriteRequest(Application application, FileSource files) => new(
        JsonText.Build(FileBytes(application), writer => WriteRequest(writer, application, files)), null, []);

    /// <summary>A new state (traKetQuaHoSoLLTP without a result).</summary>
    public static Writing WriteState(DossierFacts facts) => Write(Update(facts), NoFile, Lost(facts));

    /// <summary>State 9 or 10 with the certificate.</summary>
    public static Writing WriteResult(DossierFacts facts, Certificate certificate, ResultDetail detail, FileSource files) =>
        Write(Update(facts) with { KetQuaXuLy = CertificateWire.Of(certificate, detail) }, files, Lost(facts));

    /// <summary>
    /// A decision about an issued certificate, under the state that is shown already: no result, only the decision.
    /// Which certificate it is about stands in lyDoTuChoi, since a number in the result would name a new one.
    /// </summary>
    /// <param name="type">The partner's word for this kind of decision; only "thuhoi" is known.</param>
    public static Writing WriteDecision(DossierFacts facts, CertificateDecision decision, string type, FileSource files) => Write(
        Update(facts) with { Type = type, LyDoTuChoi = decision.Reason, KetQuaXuLy = new() { QuyetDinhThuHoi = decision.File } }, files, []);

    /// <summary>The answer's statusCode and errorDetail; null when it is not an answer of this contract.</summary>
    public static (string? Code, string? Text)? ReadReply(ReadOnlyMemory<byte> json) => ReplyText.Read<(string?, string?)?>(json, root =>
        root.Text("statusCode") is { } code ? (code, root.Text("errorDetail")) : null);

    /// <summary>The number that a TTHC system gives when it is asked as VNeID asks it (LayMaHoSo); null when it gives none.</summary>
    public static string? ReadNumber(ReadOnlyMemory<byte> json) => ReplyText.Read(json, root => root.Text("data"));

    internal static void WriteRequest(Utf8JsonWriter writer, Application application, FileSource files) =>
        new WireWriter(writer, files) { Extra = application.Extra }.Write(ApplicationWriting.Request(application));

    internal static long FileBytes(Application application) => application.Attachments.Sum(attachment => attachment.File.Size);

    internal static Application? Application(VneidRequest request, IntakeRules rules, Notes notes)
    {
        var checks = new IntakeChecks(notes, rules);
        checks.Mandatory(request);
        if (notes.Refusal is not null || request.ToKhai is not { } form)
            return null;
        checks.Files(form.GiayToDinhKem ?? []);
        var application = new ApplicationReading(notes).Application(request, form);
        new IntakeWarnings(notes, rules).Judge(application);
        return application with { Extra = notes.Extra, Warnings = notes.Warnings };
    }

    static StatusUpdate Update(DossierFacts facts) => new()
    {
        MaTinh = facts.ProvinceCode,
        TenTinh = facts.ProvinceName,
        MaHoSoMCDT = facts.Number,
        TrangThaiXuLy = facts.State.ToString(CultureInfo.InvariantCulture),
        TenTrangThaiXuLy = CatalogueSet.StateName(facts.State),
        LyDoTuChoi = HasReason(facts.State) ? facts.Reason : null,
        NgayHenTraKetQua = facts.DueDate is { } due ? VietnamTime.Day(due) : null,
        Type = "ketqua"
    };

    static bool HasReason(int state) => state is 3 or 5 or 8;

    static IReadOnlyList<ReportLine> Lost(DossierFacts facts) =>
        facts.Reason is null || HasReason(facts.State) ? [] : [new("reason", "lyDoTuChoi", "no place in this state")];

    static Writing Write(StatusUpdate update, FileSource files, IReadOnlyList<ReportLine> report) => update.TenTrangThaiXuLy is null
        ? new(null, Failures.Of(MappingFailureCode.UnmappedCode, "trangThaiXuLy"), [])
        : new(Bytes(update, files), null, report);

    static ReadOnlyMemory<byte> Bytes(StatusUpdate update, FileSource files) => JsonText.Build(
        CertificateWire.FileBytes(update.KetQuaXuLy), writer => new WireWriter(writer, files) { Nulls = true }.Write(update));

    static ReadOnlyMemory<byte> NoFile(FileRef file) => throw new InvalidOperationException("A state carries no files.");
}
