using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;

namespace LLTP.Hub.Tests.Edges.Adapters;

public sealed class DvcqgAdapterTests(KeysFolder keys) : RestAdapterContract(
    keys, Partner.Dvcqg, MessageKind.DvcqgDossier,
    Json(200, """{"error_code":"0","message":"Thành công"}"""), Json(200, """{"error_code":"-1","message":"Thiếu trường"}"""))
{
    /// <summary>The portal's codes are not all known: what the table does not have is parked for a person.</summary>
    protected override ReplyClass NoMeans => ReplyClass.UnknownReply;
}
