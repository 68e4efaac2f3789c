using System.Globalization;
using System.Text.Json;
using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Dvcqg;

/// <summary>The national public-service portal behind its security server: session login, dossier and progress synchronisation.</summary>
sealed class DvcqgSimulator(SimulatorKit kit) : ISimulator
{
    public const string User = "demo";

    readonly DvcqgSessions sessions = new(kit);
    readonly DvcqgDisplay display = new(kit);
    readonly DvcqgProgress progress = new(kit);

    public string Partner => Partners.Dvcqg;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/login", LoginAsync);
        routes.MapPost("/dvcqg", TakeAsync);
    }

    public void Forget(DossierCase file) => file.Clear(Partners.Dvcqg);

    public void Change(DossierCase file, int state) => file.Show(Partners.Dvcqg, state);

    async Task LoginAsync(HttpContext context)
    {
        using var body = await Replies.ParseAsync(context.Request);
        var known = body?.RootElement is { } login && login.Text("username") == User && login.Text("password") == kit.Secrets.DvcqgPassword;
        context.Response.StatusCode = known ? 200 : 401;
        await WriteAsync(context, known ? new { session = sessions.Open(), error_code = "0" } : new { session = "", error_code = "-1" });
    }

    async Task TakeAsync(HttpContext context)
    {
        using var body = await Replies.ParseAsync(context.Request);
        if (body?.RootElement is { } question && IsQuestion(question))
        {
            await WriteAsync(context, new { error_code = "0", message = "Thành công", data = Held(question) });
            return;
        }
        var answer = body is null ? DvcqgAnswer.Unreadable : Judge(body.RootElement);
        if (answer.IsTrouble)
            kit.Journal.Trouble(Partner, $"refused a message: {answer.Code} {answer.Text}");
        context.Response.StatusCode = answer.Code == DvcqgAnswer.SessionOver.Code ? 401 : 200;
        await WriteAsync(context, new { error_code = answer.Code, message = answer.Text });
    }

    bool IsQuestion(JsonElement body) => body.Text("service") == "TraCuuHoSo" && sessions.IsOpen(body.Text("session"))
        && body.Text("madonvi") is { Length: > 0 } && body.Member("data") is { ValueKind: JsonValueKind.Array };

    // TraCuuHoSo: what is shown of the dossiers asked about; the others are left out.
    object[] Held(JsonElement body) => [.. (body.Member("data") ?? default).EnumerateArray()
        .Select(d => kit.Board.Find(d.Text("MaHoSo")))
        .Select(file => file is not null && display.Shown(file) is { } shown ? Row(file, shown) : null).OfType<object>()];

    object Row(DossierCase file, (int State, string Due) shown) => new
    {
        MaHoSo = file.Number,
        TrangThaiHoSo = shown.State.ToString(CultureInfo.InvariantCulture),
        NgayHenTra = shown.Due,
        GhiChu = display.Note(file.Number) ?? "",
        DanhSachTienDo = progress.Of(file.Number).Select(line => new { ThoiDiemXuLy = line.At, TrangThai = line.State }),
    };

    DvcqgAnswer Judge(JsonElement body)
    {
        if (!sessions.IsOpen(body.Text("session")))
            return DvcqgAnswer.SessionOver;
        if (body.Text("madonvi") is not { Length: > 0 })
            return DvcqgAnswer.Wrong("madonvi");
        if (body.Member("data") is not { ValueKind: JsonValueKind.Array } data || data.GetArrayLength() == 0)
            return DvcqgAnswer.Wrong("data");
        return body.Text("service") switch
        {
            "DongBoHoSoMC" => TakeDossiers(data, body.Text("isUpdating")),
            "CapNhatTienDoHoSoMC" => progress.Take(data),
            _ => DvcqgAnswer.Wrong("service"),
        };
    }

    DvcqgAnswer TakeDossiers(JsonElement data, string? updating) => updating is not ("True" or "False")
        ? DvcqgAnswer.Wrong("isUpdating")
        : data.EnumerateArray().Select(d => display.Take(d, updating == "True")).FirstOrDefault(a => a.Code != "0") ?? DvcqgAnswer.Done;

    static Task WriteAsync<T>(HttpContext context, T answer)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(answer)).AsTask();
    }
}
