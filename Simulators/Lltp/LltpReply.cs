using System.Xml.Linq;

namespace LLTP.Hub.Simulators.Lltp;

/// <summary>Answers of the contract: STATUS 0 done or already known, 1 refused.</summary>
static class LltpReply
{
    public static XElement Done(string operation, string text, string? id = null) => Build(operation, "0", text, id);

    public static XElement Refused(string operation, string text) => Build(operation, "1", text, null);

    static XElement Build(string operation, string status, string text, string? id) => new(LltpNames.T + (operation + "Response"),
        new XElement(LltpNames.T + "STATUS", status),
        new XElement(LltpNames.T + "DESCRIPTION", text),
        id is null ? null : new XElement(LltpNames.T + "ID", id));
}
