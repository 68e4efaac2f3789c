using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Catalogues;
using LLTP.Hub.Mappings.Json;
using LLTP.Hub.Mappings.Vneid;

namespace LLTP.Hub.Mappings.Lgsp;

/// <summary>The ministry's side of DataLGSP and of the question for results: the hub in its place towards TTHC systems of today.</summary>
public static class MinistryMap
{
    const int MaxFile = 20 * 1024 * 1024;

    /// <summary>What the hub says where it cannot decide yet; systems of today put such a message back in their queue.</summary>
    public const string Later = "Yêu cầu bị gián đoạn. Vui lòng thử lại.";

    /// <summary>authKey and maHoSoMCDT of either message; null when it is not of this contract.</summary>
    public static LgspHead? ReadHead(ReadOnlyMemory<byte> json) => ReplyText.Read(json, root =>
        root.Text("maHoSoMCDT") is { Length: > 0 } number ? new LgspHead(root.Text("authKey") ?? "", number) : null);

    /// <summary>The day that DataLGSP promises; null where it names none.</summary>
    public static DateOnly? ReadDueDate(ReadOnlyMemory<byte> json) => ReplyText.Read<DateOnly?>(json, root =>
        root.TryGetProperty("toKhai", out var form) && form.ValueKind == System.Text.Json.JsonValueKind.Object
            ? Days.Read(form.Text("ngayHenTra"), "toKhai.ngayHenTra", new Notes()) : null);

    /// <summary>
    /// The dossier of DataLGSP in the words of VNeID's request, judged like one. The content hash leaves authKey out.
    /// </summary>
    public static Reading<SentDossier> ReadDossier(ReadOnlyMemory<byte> json)
    {
        var notes = new Notes();
        var files = new FilePlace("noiDungFile", "toKhai.fileHoSo[].noiDungFile", MaxFile);
        if (JsonBody<DataLgsp>.Read(json, notes, files) is not { Wire: var wire })
            return notes.Close<SentDossier>(null, "");
        var due = Days.Read(wire.ToKhai?.NgayHenTra, "toKhai.ngayHenTra", notes);
        var application = VneidMap.Application(new LgspReading(notes).Request(wire), new(), notes);
        return application is null
            ? notes.Close<SentDossier>(null, "")
            : Close(application with { Extra = [] }, due, notes);
    }

    static Reading<SentDossier> Close(Application application, DateOnly? due, Notes notes) =>
        notes.Close(new SentDossier(application, due), Hashes.Hex(application.ToJson()));

    /// <summary>The answer to DataLGSP.</summary>
    public static ReadOnlyMemory<byte> WriteReply(string? refusal) => JsonText.Of(new TraLoiLgsp
    {
        Status = refusal is null ? "1" : "0",
        StatusDescription = refusal is null ? "Gửi thông tin thành công" : "Không thành công",
        ErrorCode = refusal is null ? null : "01",
        ErrorDescription = refusal
    });

    /// <summary>The answer to a question: the dossier's state here, with the certificate where there is one; nothing for an unknown dossier.</summary>
    public static ReadOnlyMemory<byte> WriteAnswer(string number, int? state, Certificate? certificate, FileSource files)
    {
        var result = certificate is null ? null : CertificateWire.Full(certificate);
        var answer = new KetQuaLgsp
        {
            Status = state is null ? 0 : 1,
            StatusDescription = state is { } known ? CatalogueSet.StateName(known) : "Không tìm thấy hồ sơ",
            Value = state is null ? [] : [new() { MaHoSoMCDT = number, TrangThaiXuLy = state, KetQuaXuLy = result }]
        };
        return JsonText.Build(CertificateWire.FileBytes(result), writer => new WireWriter(writer, files).Write(answer));
    }
}

/// <summary>The secret and the dossier number that every message of a TTHC system to the ministry begins with.</summary>
public sealed record LgspHead(string AuthKey, string Number)
{
    /// <summary>The type only, never the secret.</summary>
    public override string ToString() => nameof(LgspHead);
}

/// <summary>A dossier as a TTHC system sends it to the ministry, with the date it promised.</summary>
public sealed record SentDossier(Application Application, DateOnly? DueDate)
{
    /// <summary>The type only, never personal data.</summary>
    public override string ToString() => nameof(SentDossier);
}
