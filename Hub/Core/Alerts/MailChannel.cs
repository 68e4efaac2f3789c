using System.Net.Sockets;
using LLTP.Hub.Core.Options;
using LLTP.Hub.Security;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace LLTP.Hub.Core.Alerts;

/// <summary>Sends alerts by e-mail; the message id is the alert's, so that repeats can be told.</summary>
public sealed class MailChannel(IOptions<AlertOptions> options, IOptions<ProvinceOptions> province) : IAlertChannel
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    public string Name => "mail";

    public bool IsConfigured => options.Value.MailServer is not null;

    public async Task<string?> SendAsync(Alert alert, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Limit);
        try
        {
            await SendAsync(Message(alert), limit.Token);
            return null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return "Timeout";
        }
        catch (Exception failure) when (failure is IOException or SocketException or CommandException or ProtocolException
            or AuthenticationException or SslHandshakeException or NotSupportedException)
        {
            return failure is SmtpCommandException refused ? $"SMTP {(int)refused.StatusCode}" : failure.GetType().Name;
        }
    }

    async Task SendAsync(MimeMessage message, CancellationToken cancellation)
    {
        var to = options.Value;
        using var smtp = new SmtpClient();
        await smtp.ConnectAsync(to.MailServer ?? "", to.MailPort, to.MailSecurity switch
        {
            MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
            MailSecurity.StartTls => SecureSocketOptions.StartTls,
            _ => SecureSocketOptions.None,
        }, cancellation);
        if (to is { MailUser: { } user, MailPasswordFile: { } file })
            await smtp.AuthenticateAsync(user, SecretText.FromFile(file).Reveal(), cancellation);
        await smtp.SendAsync(message, cancellation);
        await smtp.DisconnectAsync(quit: true, cancellation);
    }

    MimeMessage Message(Alert alert)
    {
        var message = new MimeMessage
        {
            Subject = $"[LLTP {province.Value.Code}] {alert.Vietnamese}", Date = alert.At, MessageId = $"{alert.Id}@lltp-hub",
            Body = new TextPart("plain") { Text = $"{alert.Vietnamese}\n{alert.English}\n\n{alert.Kind} {alert.Subject}\n{alert.At:yyyy-MM-dd HH:mm:ss zzz}\n" },
        };
        message.From.Add(MailboxAddress.Parse(options.Value.MailFrom ?? ""));
        message.To.AddRange(options.Value.MailTo.Select(MailboxAddress.Parse));
        return message;
    }
}
