using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;

namespace LLTP.Hub.Tests.Edges.Adapters;

public sealed class TthcAdapterTests(KeysFolder keys) : RestAdapterContract(
    keys, Partner.Tthc, MessageKind.TthcDossier,
    Json(200, """{"stored":"new"}"""), Json(422, """{"title":"Bad dossier","detail":"Thiếu trường","code":"Malformed"}"""));
