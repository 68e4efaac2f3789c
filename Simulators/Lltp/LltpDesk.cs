using System.Xml;
using System.Xml.Linq;
using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Lltp;

/// <summary>Takes the hub's messages: authentic, according to the schema, answered before, then by operation.</summary>
sealed class LltpDesk(SimulatorKit kit, LltpRegister register, LltpOfficer officer)
{
    readonly LltpIntake intake = new(kit, register, officer);
    readonly LltpProgress progress = new(kit, register, officer);
    readonly LltpQuestions questions = new(register);

    public XElement Answer(SoapReading message, string soapAction)
    {
        if (message.Content is not { } content)
            return Refuse(message.Refusal ?? "Thông điệp không đọc được");
        if (Misfit(message, content, soapAction) is { } misfit)
            return Refuse(misfit);
        if (XmlSchemas.Lltp.Fault(content) is { } path)
            return Refuse($"Thông điệp không đúng lược đồ tại {path}");
        var print = LltpRegister.Print(content);
        lock (register.Gate)
            return questions.Answer(content) ?? AnswerOnce(message.MessageId ?? "", print, content);
    }

    static string? Misfit(SoapReading message, XmlElement content, string soapAction)
    {
        var action = LltpNames.Action(content.LocalName);
        return message switch
        {
            { MessageId: null or "" } => "Thiếu wsa:MessageID",
            { To: null or "" } => "Thiếu wsa:To",
            _ when message.Action != action => "wsa:Action không khớp với nội dung",
            _ when soapAction.Trim('"') != action => "SOAPAction không khớp với nội dung",
            _ => null,
        };
    }

    XElement AnswerOnce(string messageId, int print, XmlElement content)
    {
        if (!kit.Journal.Recognises(Partners.Lltp))
            return Judge(messageId, content);
        if (register.Remembered(messageId, print) is not { } first)
            return register.Remember(messageId, print, Judge(messageId, content));
        kit.Journal.Repeat();
        return first;
    }

    XElement Judge(string messageId, XmlElement content)
    {
        var number = content.Text("idReceivedDec");
        if (content.LocalName == "nhanHoSoDangKy")
            return intake.Receive(content, number);
        if (register.Find(number) is { } dossier)
            return Judge(dossier, messageId, content);
        kit.Journal.Misordered(Partners.Lltp, number, content.LocalName + " before the dossier");
        return Refuse("Không tìm thấy hồ sơ");
    }

    XElement Judge(LltpDossier dossier, string messageId, XmlElement content) => content.LocalName switch
    {
        "capNhatHoSo" => intake.Update(dossier, content),
        "tamDungHoSo" => progress.Pause(dossier, messageId, content),
        "dungHoSo" => progress.Stop(dossier, messageId, content),
        "nhanQuyetDinh" => progress.TakeDecision(dossier, messageId, content),
        "nhanKetQuaTraCuu" => progress.TakeAnswer(dossier, messageId, content),
        _ => Refuse("Phần mềm không cung cấp chức năng này"),
    };

    XElement Refuse(string text)
    {
        kit.Journal.Trouble(Partners.Lltp, "fault: " + text);
        return SoapMessage.Fault(true, text);
    }
}
