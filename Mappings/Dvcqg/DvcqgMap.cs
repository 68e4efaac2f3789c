using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Catalogues;
using LLTP.Hub.Mappings.Json;
using LLTP.Hub.Mappings.Vneid;

namespace LLTP.Hub.Mappings.Dvcqg;

/// <summary>Between the synchronisation contract of the National Public Service Portal and the canonical model.</summary>
public static class DvcqgMap
{
    public static Writing WriteLogin(string user, string password) =>
        new(JsonText.Of(new DangNhap { Username = user, Password = password }), null, []);

    /// <summary>The session of a successful login, null otherwise.</summary>
    public static string? ReadSession(ReadOnlyMemory<byte> json) => ReplyText.Read(json, root =>
        root.Text("error_code") is "0" or "00" && root.Text("session") is { Length: > 0 } session ? session : null);

    /// <summary>DongBoHoSoMC with one dossier.</summary>
    public static Writing WriteDossier(DossierFacts facts, Application application, string session, string unit, bool updating) =>
        Write(facts, [.. LostFields.Of(application, DvcqgCarried.Paths)], new DongBo
        {
            Session = session,
            Madonvi = unit,
            Service = "DongBoHoSoMC",
            IsUpdating = updating ? "True" : "False",
            Data = [DossierLine.Dossier(facts, application)]
        });

    /// <summary>CapNhatTienDoHoSoMC with one line; the portal knows it by number, time and state.</summary>
    public static Writing WriteProgress(DossierFacts facts, string session, string unit) =>
        Write(facts, [.. DossierLine.Cut(facts)], new CapNhat
        {
            Session = session,
            Madonvi = unit,
            Service = "CapNhatTienDoHoSoMC",
            Data = [DossierLine.Progress(facts)]
        });

    /// <summary>TraCuuHoSo for one dossier.</summary>
    public static Writing WriteQuestion(string number, string session, string unit) => new(
        JsonText.Of(new TraCuu { Session = session, Madonvi = unit, Service = "TraCuuHoSo", Data = [new HoSo { MaHoSo = number }] }), null, []);

    /// <summary>The dossier in an answer to TraCuuHoSo, or nothing where a successful answer does not list it; null when it is no such answer.</summary>
    public static PortalAnswer? ReadHeld(ReadOnlyMemory<byte> json, string number) => ReplyText.Read(json, root =>
        root.Text("error_code") is "0" or "00" && root.TryGetProperty("data", out var data) && data.ValueKind == System.Text.Json.JsonValueKind.Array
            ? new PortalAnswer(data.EnumerateArray().Select(HeldAtPortal.Of).FirstOrDefault(held => held?.Number == number))
            : null);

    /// <summary>error_code and message; null when it is not an answer of this contract.</summary>
    public static (string? Code, string? Text)? ReadReply(ReadOnlyMemory<byte> json) => ReplyText.Read<(string?, string?)?>(json, root =>
        root.Text("error_code") is { } code ? (code, root.Text("message")) : null);

    static Writing Write(DossierFacts facts, IReadOnlyList<ReportLine> report, object body) => CatalogueSet.StateName(facts.State) is null
        ? new(null, Failures.Of(MappingFailureCode.UnmappedCode, "TrangThaiHoSo"), report)
        : new(JsonText.Of(body), null, report);
}
