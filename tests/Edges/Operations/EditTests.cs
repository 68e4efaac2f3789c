using System.Text.Json.Nodes;
using LLTP.Hub.Mappings.Canonical;
using Xunit;

namespace LLTP.Hub.Tests.Edges.Operations;

/// <summary>A dossier that the LLTP contract cannot carry, repaired by editing what is sent.</summary>
public sealed class EditTests : IAsyncLifetime
{
    readonly RunningHub hub = new()
    {
        // The line is dead: what can be mapped waits for it, what cannot is parked.
        Settings = { ["Partners__Lltp__Endpoint"] = "http://127.0.0.1:9/", ["Partners__Lltp__MinistryUnit"] = "38" },
    };

    public ValueTask InitializeAsync() => hub.InitializeAsync();

    public ValueTask DisposeAsync() => hub.DisposeAsync();

    [Fact]
    public async Task Edited_content_is_judged_like_the_original_and_goes_out_under_a_new_identity()
    {
        var number = await hub.SubmittedAsync(form => form["nycLoaiGiayTo"] = 9);
        Assert.Equal(200, (await hub.AcceptAsync(number, TthcCalls.Decision())).Status);
        var old = await ParkedAsync(number);
        var file = Path.Combine(hub.Files.Folder, "edit.json");

        Assert.Equal(0, (await hub.ActAsync("dead-letters", "reveal", old, "--out", file)).Code);
        var content = JsonNode.Parse(await File.ReadAllBytesAsync(file))?.AsObject() ?? [];
        await WriteAsync(file, content, form => form["nycNgaySinh"] = "31/02/1990");
        Assert.Contains("Unreadable", (await hub.ActAsync("dead-letters", "resend", old, file)).Output, StringComparison.Ordinal);
        await WriteAsync(file, content, form => (form["nycNgaySinh"], form["nycLoaiGiayTo"]) = ("15/08/1990", 3));
        var (code, output) = await hub.ActAsync("dead-letters", "resend", old, file);
        Assert.True(code == 0, output);

        var rows = await hub.Files.ReadAsync(
            "SELECT d.id, d.state, e.replaces FROM delivery d LEFT JOIN delivery_edit e ON e.delivery = d.id WHERE d.dossier = $1 AND d.kind = 'lltp.dossier' ORDER BY d.seq",
            number, row => (Id: row.GetString(0), State: row.GetString(1), Replaces: row.IsDBNull(2) ? null : row.GetString(2)));
        Assert.Equal([null, old], rows.OrderBy(row => row.Replaces).Select(row => row.Replaces));
        Assert.Equal((old, "Cancelled"), rows.Where(row => row.Replaces is null).Select(row => (row.Id, row.State)).Single());
        Assert.NotEqual("Parked", rows.Single(row => row.Replaces == old).State);
        Assert.Equal(9, (await hub.Files.ApplicationAsync(number))?.Applicant.IdType);
        Assert.Equal(["RepairRevealed", "RepairEdited"], await hub.ActsAsync(number));
    }

    static Task WriteAsync(string file, JsonObject content, Action<JsonObject> change)
    {
        change(content["toKhai"]?.AsObject() ?? []);
        return File.WriteAllBytesAsync(file, content.Bytes());
    }

    async Task<string> ParkedAsync(string number)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            var parked = await hub.Files.ReadAsync("SELECT id FROM delivery WHERE dossier = $1 AND state = 'Parked'", number, row => row.GetString(0));
            if (parked is [var id])
                return id;
            await Task.Delay(50);
        }
        throw new TimeoutException("Nothing was parked.");
    }
}
