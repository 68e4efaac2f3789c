namespace LLTP.Hub.Core.Store.Tables;

/// <summary>Deliveries whose content a person edited, linked to what they replace.</summary>
public static class DeliveryEditTable
{
    public static Task<int> EditedAsync(this Work work, string delivery, string replaces, string content, bool isAct, long now) =>
        work.ExecuteAsync(
            "INSERT INTO delivery_edit (delivery, replaces, content, is_act, at) VALUES (@delivery, @replaces, @content, @isAct, @now)",
            new { delivery, replaces, content, isAct = isAct ? 1L : 0L, now });

    /// <summary>Hash of the edited application that this delivery carries instead of the dossier's; null for all others.</summary>
    public static Task<string?> EditedApplicationAsync(this Work work, string delivery) => work.FirstAsync<string>(
        "SELECT content FROM delivery_edit WHERE delivery = @delivery AND is_act = 0", new { delivery });

    /// <summary>The look-up keeps its place at the LLTP software; V06 knows it under the new delivery.</summary>
    public static Task<int> MoveLookupAsync(this Work work, string from, string to) =>
        work.ExecuteAsync("UPDATE lookup SET delivery = @to WHERE delivery = @from", new { from, to });
}
