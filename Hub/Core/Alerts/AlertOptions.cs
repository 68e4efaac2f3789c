using System.ComponentModel.DataAnnotations;

namespace LLTP.Hub.Core.Alerts;

public enum MailSecurity
{
    None,
    StartTls,
    Tls,
}

/// <summary>Who is told of faults, and when something counts as one. Without a webhook and a mail server faults are only listed.</summary>
public sealed class AlertOptions : IValidatableObject
{
    public const string Section = "Alerts";

    [Range(typeof(TimeSpan), "00:00:00.050", "01:00:00")]
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long something must be bad before somebody is told.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan OpenAfter { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long it must be good before the end is told.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan CloseAfter { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Address that alerts are posted to, as JSON.</summary>
    public Uri? Webhook { get; init; }

    /// <summary>File with the secret of the signature (HMAC-SHA256); without it alerts are not signed.</summary>
    public string? WebhookSecretFile { get; init; }

    public string? MailServer { get; init; }

    [Range(1, 65535)]
    public int MailPort { get; init; } = 587;

    public MailSecurity MailSecurity { get; init; } = MailSecurity.StartTls;

    public string? MailUser { get; init; }

    public string? MailPasswordFile { get; init; }

    public string? MailFrom { get; init; }

    public IReadOnlyList<string> MailTo { get; init; } = [];

    /// <summary>Free disk space below which a fault opens; it closes a quarter above.</summary>
    [Range(1, int.MaxValue)]
    public int DiskMebibytes { get; init; } = 2048;

    /// <summary>The same as a share of the disk.</summary>
    [Range(1, 90)]
    public int DiskPercent { get; init; } = 10;

    /// <summary>Refused messages kept within an hour from which a fault opens; it closes at half.</summary>
    [Range(1, int.MaxValue)]
    public int QuarantinedPerHour { get; init; } = 20;

    /// <summary>Parked deliveries from which a fault opens; it closes when none is left.</summary>
    [Range(1, int.MaxValue)]
    public int Parked { get; init; } = 1;

    /// <summary>How long a partner must take nothing before it counts as down.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan PartnerSilent { get; init; } = TimeSpan.FromMinutes(5);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Webhook is { } address && (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https")))
            yield return new($"Alerts:Webhook '{address}' is not an address, as in https://canh-bao.example.vn/lltp.", [nameof(Webhook)]);
        foreach (var (name, file) in new[] { (nameof(WebhookSecretFile), WebhookSecretFile), (nameof(MailPasswordFile), MailPasswordFile) })
            if (file is not null && !File.Exists(file))
                yield return new($"Alerts:{name}: there is no file '{file}'.", [name]);
        if (MailServer is not null && (!IsMail(MailFrom) || MailTo.Count == 0 || !MailTo.All(IsMail)))
            yield return new("Alerts:MailFrom and Alerts:MailTo must be mail addresses, as in truc@lltp.example.vn.", [nameof(MailTo)]);
        if (MailUser is not null && MailPasswordFile is null)
            yield return new("Alerts:MailPasswordFile is missing: name the file that holds the password of MailUser.", [nameof(MailPasswordFile)]);
    }

    static bool IsMail(string? text) => text?.Contains('@') == true && MimeKit.MailboxAddress.TryParse(text, out _);
}
