namespace LLTP.Hub.Simulators.Common;

/// <summary>Where a dossier was made, and with whom it is spoken of.</summary>
enum Origin
{
    Vneid,

    /// <summary>At the counter of a TTHC system that speaks the hub's contract.</summary>
    Counter,

    /// <summary>At the counter of a TTHC system of today: it tells the hub nothing after the ministry has got the dossier.</summary>
    ExistingCounter,
}

/// <summary>Which displays show a dossier, and what they hold in the end.</summary>
static class Origins
{
    public static IEnumerable<string> Displays(this Origin origin) =>
        Partners.Displays.Where(display => origin == Origin.Vneid || display != Partners.Vneid);

    /// <summary>That such a system hands the result over is known to nobody else: the portal stays at 9.</summary>
    public static IEnumerable<int> States(this Origin origin, Scenario scenario, string display) =>
        origin == Origin.ExistingCounter && display == Partners.Dvcqg ? scenario.States().Where(state => state != 10) : scenario.States();

    public static bool IsCounter(this Origin origin) => origin != Origin.Vneid;
}
