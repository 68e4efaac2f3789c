using System.Globalization;
using System.Text.Json;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Json;
using LLTP.Hub.Mappings.Vneid;

namespace LLTP.Hub.Mappings.Tthc;

/// <summary>Between the contracts with the TTHC system and the canonical model.</summary>
public static class TthcMap
{
    public static Reading<Acceptance> ReadAcceptance(ReadOnlyMemory<byte> json) =>
        ActReading.Read<Acceptance>(json, act => new(act.Officer, act.At, act.LocalNumber, act.DueDate));

    public static Reading<Refusal> ReadRefusal(ReadOnlyMemory<byte> json) =>
        ActReading.Read<Refusal>(json, act => new(act.Officer, act.At, act.Reason));

    public static Reading<SupplementRequest> ReadSupplementRequest(ReadOnlyMemory<byte> json) =>
        ActReading.Read<SupplementRequest>(json, act => new(act.Officer, act.At, act.Items));

    public static Reading<Withdrawal> ReadWithdrawal(ReadOnlyMemory<byte> json) =>
        ActReading.Read<Withdrawal>(json, act => new(act.Officer, act.At, act.Reason));

    public static Reading<Stop> ReadStop(ReadOnlyMemory<byte> json) =>
        ActReading.Read<Stop>(json, act => new(act.Officer, act.At, act.Reason));

    public static Reading<HandOver> ReadHandOver(ReadOnlyMemory<byte> json) =>
        ActReading.Read<HandOver>(json, act => new(act.Officer, act.At, act.Receiver));

    public static Reading<CertificateDecision> ReadDecision(ReadOnlyMemory<byte> json) => ActReading.Read<CertificateDecision>(json, act => act.Decision);

    /// <summary>PUT dossiers/{number}: the request as VNeID sent it, files included.</summary>
    public static Writing WriteDossier(DossierFacts facts, Application application, FileSource files) => new(
        JsonText.Build(VneidMap.FileBytes(application), writer => WriteDossier(writer, facts, application, files)), null, []);

    /// <summary>PUT dossiers/{number}/progress/{eventId}.</summary>
    public static Writing WriteProgress(DossierFacts facts) => new(JsonText.Of(new ProgressBody
    {
        State = facts.State,
        Step = facts.Step,
        Event = facts.EventName,
        At = VietnamTime.Iso(facts.At),
        Reason = facts.Reason,
        DueDate = facts.DueDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Officer = facts.Officer is { } officer ? Officer(officer) : null
    }), null, []);

    /// <summary>PUT dossiers/{number}/certificates/{soPhieu}.</summary>
    public static Writing WriteCertificate(DossierFacts facts, Certificate certificate, string? replaces, FileSource files)
    {
        var result = CertificateWire.Full(certificate);
        var at = VietnamTime.Iso(facts.At);
        var body = new CertificateBody { At = at, Replaces = replaces, Result = result, Sha256 = certificate.Pdf.Sha256 };
        return new(JsonText.Build(CertificateWire.FileBytes(result), writer => new WireWriter(writer, files).Write(body)), null, []);
    }

    /// <summary>PUT dossiers/{number}/decisions/{soQuyetDinh}.</summary>
    public static Writing WriteDecision(DossierFacts facts, CertificateDecision decision, FileSource files)
    {
        var body = new DecisionBody
        {
            At = VietnamTime.Iso(facts.At), Kind = DecisionWords.Of(decision.Type), Number = decision.Number,
            Date = decision.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Certificate = decision.Certificate,
            Reason = decision.Summary, Officer = Officer(decision.Officer), File = decision.File, Sha256 = decision.File.Sha256,
        };
        return new(JsonText.Build(decision.File.Size, writer => new WireWriter(writer, files).Write(body)), null, []);
    }

    /// <summary>The value of "stored", or the code and detail of a problem document; null when it is neither.</summary>
    public static (string? Code, string? Text)? ReadReply(ReadOnlyMemory<byte> json) => ReplyText.Read<(string?, string?)?>(json, root =>
        root.Text("stored") is { } stored ? (stored, null)
        : root.Text("code") is null && root.Text("title") is null ? null
        : (root.Text("code"), root.Text("detail") ?? root.Text("title")));

    /// <summary>The number in the answer to POST numbers; null when it is not an answer of this contract.</summary>
    public static string? ReadNumber(ReadOnlyMemory<byte> json) => ReplyText.Read(json, root => root.Text("number"));

    /// <summary>What the TTHC system holds of a dossier; null when the answer is not of this contract.</summary>
    public static HeldDossier? ReadHeld(ReadOnlyMemory<byte> json)
    {
        try
        {
            var held = JsonSerializer.Deserialize<HeldDossier>(json.Span, JsonSerializerOptions.Web);
            return held is { Number: not null } ? held with { States = held.States ?? [] } : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A page of changed dossiers; null when the answer is not of this contract.</summary>
    public static ChangedDossiers? ReadChanged(ReadOnlyMemory<byte> json)
    {
        try
        {
            var page = JsonSerializer.Deserialize<ChangedDossiers>(json.Span, JsonSerializerOptions.Web);
            return page is { Dossiers: not null } && page.Dossiers.All(held => held is { Number: not null })
                ? page with { Dossiers = [.. page.Dossiers.Select(held => held with { States = held.States ?? [] })] }
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static OfficerBody Officer(Officer officer) => new() { Name = officer.Name, Title = officer.Title, Department = officer.Department };

    static void WriteDossier(Utf8JsonWriter writer, DossierFacts facts, Application application, FileSource files)
    {
        writer.WriteStartObject();
        writer.WriteNumber("version"u8, facts.Version);
        writer.WriteString("receivedAt"u8, VietnamTime.Iso(facts.ReceivedAt));
        writer.WriteStartArray("warnings"u8);
        foreach (var warning in application.Warnings)
            new WireWriter(writer, files).Write(new WarningBody { Code = warning.Code, Field = warning.Field, Text = warning.Text });
        writer.WriteEndArray();
        writer.WritePropertyName("request"u8);
        VneidMap.WriteRequest(writer, application, files);
        writer.WriteEndObject();
    }
}
