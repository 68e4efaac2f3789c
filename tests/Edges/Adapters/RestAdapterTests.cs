using System.Text;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;

namespace LLTP.Hub.Tests.Edges.Adapters;

public abstract class RestAdapterContract(string partner, string kind, Said yes, Said no) : AdapterContract(partner, kind)
{
    protected override Said Yes => yes;

    protected override Said No => no;

    protected static Said Json(int status, string body) => new(status, "application/json", _ => Encoding.UTF8.GetBytes(body));
}

public sealed class VneidAdapterTests() : RestAdapterContract(
    Partner.Vneid, MessageKind.VneidState,
    Json(200, """{"statusCode":"00","data":null,"errorDetail":null}"""), Json(200, """{"statusCode":"01","errorDetail":"Thiếu trường"}"""));

public sealed class TthcAdapterTests() : RestAdapterContract(
    Partner.Tthc, MessageKind.TthcDossier,
    Json(200, """{"stored":"new"}"""), Json(422, """{"title":"Bad dossier","detail":"Thiếu trường","code":"Malformed"}"""));

public sealed class DvcqgAdapterTests() : RestAdapterContract(
    Partner.Dvcqg, MessageKind.DvcqgDossier,
    Json(200, """{"error_code":"0","message":"Thành công"}"""), Json(200, """{"error_code":"-1","message":"Thiếu trường"}"""))
{
    /// <summary>The portal's codes are not all known: what the table does not have is parked for a person.</summary>
    protected override ReplyClass NoMeans => ReplyClass.UnknownReply;
}
