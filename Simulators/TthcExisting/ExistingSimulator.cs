using System.Text.Json;
using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.TthcExisting;

/// <summary>
/// A province's TTHC system as they are today: VNeID asks it for numbers and sends it dossiers (LayMaHoSo, TaoHoSo); it knows VNeID and the
/// ministry, and nobody else.
/// </summary>
sealed class ExistingSimulator : ISimulator
{
    readonly SimulatorKit kit;
    readonly ExistingBook book;
    readonly ExistingOfficer officer;

    public ExistingSimulator(SimulatorKit kit)
    {
        this.kit = kit;
        book = new(kit);
        officer = new(kit, book);
        Counter = new(kit, book, officer);
    }

    public ExistingCounter Counter { get; }

    public string Partner => Partners.Tthc;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/hosos/LLTP/LayMaHoSo", NumberAsync);
        routes.MapPost("/api/v1/hosos/LLTP/TaoHoSo", CreateAsync);
    }

    /// <summary>An operator of the hub telephones: the LLTP software wants a supplement. True once the dossier waits for it and VNeID was told.</summary>
    public bool MaySupplement(string number) => kit.Board.Find(number) is { } file && officer.MaySupplement(file);

    Task NumberAsync(HttpContext context) => IsVneid(context.Request)
        ? WriteAsync(context, 200, new { data = book.NextNumber() })
        : WriteAsync(context, 400, new { data = "Mã xác thực không hợp lệ" });

    async Task CreateAsync(HttpContext context)
    {
        if (!IsVneid(context.Request))
        {
            await WriteAsync(context, 400, new { statusCode = "01", data = (string?)null, errorDetail = "Mã xác thực không hợp lệ" });
            return;
        }
        using var body = await Replies.ParseAsync(context.Request);
        var trouble = body is null ? "Dữ liệu không đúng định dạng" : Take(body.RootElement);
        await WriteAsync(context, 200, new { statusCode = trouble is null ? "00" : "01", data = (string?)null, errorDetail = trouble });
    }

    string? Take(JsonElement request)
    {
        if (kit.Board.Find(request.Text("maHoSoMCDT")) is not { } file || request.Object("toKhai") is not { } form
            || string.IsNullOrEmpty(form.Text("nycHoTen")) || string.IsNullOrEmpty(form.Text("nycNgaySinh")))
        {
            kit.Journal.Trouble(Partner, "refused a dossier: incomplete or unknown");
            return "Thiếu thông tin hồ sơ";
        }
        var taken = book.Take(file, request);
        if (taken is { } version)
            officer.ReadDossier(file, version);
        return taken is null ? "Hồ sơ không ở trạng thái yêu cầu bổ sung, không thể cập nhật" : null;
    }

    bool IsVneid(HttpRequest request) => request.Query["CodeGet"] == kit.Secrets.TthcCodeGet;

    static Task WriteAsync(HttpContext context, int status, object answer)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(answer)).AsTask();
    }
}
