using System.Globalization;
using System.Text.Json;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Json;

namespace LLTP.Hub.Mappings.Dvcqg;

/// <summary>What the national portal shows of one dossier (TraCuuHoSo); Lines is null where it does not list progress.</summary>
public sealed record HeldAtPortal(string Number, int State, string? Due, IReadOnlyList<PortalLine>? Lines)
{
    /// <summary>What the portal notes beside the state; null where it does not tell.</summary>
    public string? Note { get; init; }

    /// <summary>The portal shows the state, the due date where there is one, and what was decided after the issue; null where it does not tell that.</summary>
    public bool? Shows(DossierFacts facts) =>
        State != facts.State || (facts.DueDate is { } due && Due != VietnamTime.CompactEnd(due)) ? false
        : facts.State is not (9 or 10) || DossierLine.Note(facts) is not { } note ? true
        : Note is null ? null : Note == note;

    /// <summary>Null where the portal does not list progress. A line is known by number, time and state.</summary>
    public bool? HasLine(DossierFacts facts) => Lines?.Contains(new(VietnamTime.Compact(facts.At), facts.State));

    internal static HeldAtPortal? Of(JsonElement row) => row.Text("MaHoSo") is { } number && Whole(row, "TrangThaiHoSo") is { } state
        ? new(number, state, row.Text("NgayHenTra"), LinesOf(row)) { Note = row.Text("GhiChu") }
        : null;

    static PortalLine[]? LinesOf(JsonElement row) =>
        row.TryGetProperty("DanhSachTienDo", out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(line => new PortalLine(line.Text("ThoiDiemXuLy") ?? "", Whole(line, "TrangThai") ?? 0))]
            : null;

    static int? Whole(JsonElement element, string name) =>
        int.TryParse(element.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? whole : null;
}

/// <summary>A progress line by what the portal knows it by; the time is yyyyMMddHHmmss of Vietnam.</summary>
public sealed record PortalLine(string At, int State);

/// <summary>An answer to TraCuuHoSo: done, with the dossier or with nothing where the portal does not have it.</summary>
public sealed record PortalAnswer(HeldAtPortal? Held);
