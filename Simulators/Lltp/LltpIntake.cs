using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Lltp;

/// <summary>Dossiers and newer versions of them.</summary>
sealed class LltpIntake(SimulatorKit kit, LltpRegister register, LltpOfficer officer)
{
    public XElement Receive(XmlElement content, string number)
    {
        if (register.Find(number) is { } known)
            return AlreadyReceived(known, content);
        if (kit.Board.Find(number) is not { } @case)
            return Refuse(content, "Số hồ sơ không hợp lệ");
        if (LltpDeclaration.Fault(content) is { } fault)
            return Refuse(content, fault);
        var dossier = register.Open(@case);
        Take(dossier, content, 1);
        return LltpReply.Done(content.LocalName, "Tiếp nhận hồ sơ thành công", dossier.Id);
    }

    public XElement Update(LltpDossier dossier, XmlElement content)
    {
        var version = int.Parse(content.Text("phienBan"), CultureInfo.InvariantCulture);
        if (version == dossier.Version)
            return AlreadyReceived(dossier, content);
        if (version < dossier.Version)
            return RefuseOlder(dossier, content);
        if (dossier.Closed is not null || dossier.Issued)
            return Refuse(content, "Hồ sơ đã kết thúc, không thể cập nhật");
        if (LltpDeclaration.Fault(content) is { } fault)
            return Refuse(content, fault);
        Take(dossier, content, version);
        return LltpReply.Done(content.LocalName, "Cập nhật hồ sơ thành công", dossier.Id);
    }

    void Take(LltpDossier dossier, XmlElement content, int version)
    {
        var form = content.Child("declarationWSForm");
        dossier.Version = version;
        dossier.FormType = form.Text("formType") == "2" ? 2 : 1;
        dossier.BanAsked = form.Text("isBanPosition") == "1";
        dossier.IdentifyNo = form.Text("identifyNo");
        (dossier.Paused, dossier.Result, dossier.LastAnswer) = (false, null, 0);
        Record(dossier, version);
        register.Changed(dossier);
        officer.Begin(dossier);
    }

    void Record(LltpDossier dossier, int version)
    {
        var key = $"{dossier.Number}/dossier/{version}";
        kit.Journal.Record(Partners.Lltp, dossier.Number, EffectKinds.Dossier, key, key, version, version);
    }

    // Where repeats are not recognised this is a second entry, whatever the answer says.
    XElement AlreadyReceived(LltpDossier dossier, XmlElement content)
    {
        Record(dossier, content.LocalName == "capNhatHoSo" ? dossier.Version : 1);
        dossier.Paused &= content.LocalName != "capNhatHoSo";
        if (dossier.MayIssue)
            officer.Issue(dossier);
        return LltpReply.Done(content.LocalName, LltpNames.AlreadyReceived, dossier.Id);
    }

    XElement RefuseOlder(LltpDossier dossier, XmlElement content)
    {
        kit.Journal.Misordered(Partners.Lltp, dossier.Number, "an older version after a newer one");
        return Refuse(content, "Phần mềm đã có phiên bản mới hơn của hồ sơ");
    }

    XElement Refuse(XmlElement content, string text)
    {
        kit.Journal.Trouble(Partners.Lltp, $"{content.LocalName} refused: {text}");
        return LltpReply.Refused(content.LocalName, text);
    }
}
