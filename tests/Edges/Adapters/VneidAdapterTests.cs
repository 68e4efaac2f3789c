using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;

namespace LLTP.Hub.Tests.Edges.Adapters;

public sealed class VneidAdapterTests(KeysFolder keys) : RestAdapterContract(
    keys, Partner.Vneid, MessageKind.VneidState,
    Json(200, """{"statusCode":"00","data":null,"errorDetail":null}"""), Json(200, """{"statusCode":"01","errorDetail":"Thiếu trường"}"""));
