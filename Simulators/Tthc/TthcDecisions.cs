using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Tthc;

/// <summary>Decisions about certificates, and certificates in the place of others, in the system's own records.</summary>
sealed class TthcDecisions(SimulatorKit kit)
{
    /// <summary>Takes a decision that the issuing agency made; the caller holds the gate.</summary>
    public TthcAnswer Take(DossierCase file, TthcDossier held, string number, JsonElement body)
    {
        if (Check(body, number) is { } wrong)
            return TthcAnswer.Refuse(422, "Invalid", wrong);
        if (held.Decisions.Contains(number))
            return TthcAnswer.Stored(Record(file, number, EffectKinds.Decision));
        var decided = file.Papers.All.FirstOrDefault(one => one.Kind == body.Text("kind") && one.Number == number
            && one.Certificate == body.Text("certificate") && one.Sha256 == body.Text("sha256"));
        if (decided is null)
            return TthcAnswer.Refuse(422, "Invalid", "decision of nobody");
        if (!held.Certificates.Contains(decided.Certificate))
        {
            kit.Journal.Misordered(Partners.Tthc, file.Number, "decision before its certificate");
            return TthcAnswer.Refuse(409, "NotAllowedNow", "Chưa có Phiếu này");
        }
        Record(file, number, EffectKinds.Decision);
        held.Decisions.Add(number);
        file.Change(papers => papers.Hold(Partners.Tthc, decided));
        return TthcAnswer.New;
    }

    /// <summary>A certificate that replaces another: the one that the agency issued, after the one that it replaces.</summary>
    public string? Replace(DossierCase file, TthcDossier held, string number, string replaces, string hash)
    {
        var issued = file.Papers.All.FirstOrDefault(one => one.Kind is null && one.Number == number && one.Certificate == replaces && one.Sha256 == hash);
        if (issued is null || !held.Certificates.Contains(replaces))
            return "replaces";
        Record(file, number, EffectKinds.Reissue);
        file.Change(papers => papers.Hold(Partners.Tthc, issued));
        return null;
    }

    public bool Record(DossierCase file, string number, string kind)
    {
        var identity = $"{file.Number}:{kind}:{number}";
        return kit.Journal.Record(Partners.Tthc, file.Number, kind, identity, identity, file.Last(Partners.Tthc), file.Visit(Partners.Tthc));
    }

    static string? Check(JsonElement body, string number)
    {
        if (body.Text("number") != number)
            return "number";
        if (!DateOnly.TryParseExact(body.Text("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            return "date";
        if (body.Object("officer")?.Text("name") is not { Length: > 0 and <= 50 })
            return "officer.name";
        if (body.Bytes("file") is not { } pdf || !pdf.AsSpan().StartsWith("%PDF-"u8))
            return "file";
        return Convert.ToHexStringLower(SHA256.HashData(pdf)) == body.Text("sha256") ? null : "sha256";
    }
}
