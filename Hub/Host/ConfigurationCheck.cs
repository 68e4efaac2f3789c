using System.Text.Json;
using LLTP.Hub.Adapters.Shared;
using LLTP.Hub.Core.Options;
using Microsoft.Extensions.Options;

namespace LLTP.Hub.Host;

/// <summary>Validates every section and says all problems at once.</summary>
static class ConfigurationCheck
{
    /// <summary>0 when the configuration is good, 2 when it is not.</summary>
    public static int Run(TextWriter output, bool quietWhenGood = false)
    {
        var builder = HubApplication.Builder();
        HubApplication.AddHub(builder.Services, builder.Configuration);
        using var provider = builder.Services.BuildServiceProvider();
        var problems = Problems(provider).ToList();
        foreach (var problem in problems)
            output.WriteLine($"- {problem}");
        foreach (var warning in problems.Count == 0 ? ConfigurationWarnings.Of(provider) : [])
            output.WriteLine($"! {warning}");
        if (problems.Count > 0)
            output.WriteLine($"Cấu hình có {problems.Count} lỗi / the configuration has {problems.Count} problem(s). Biến môi trường / environment: LLTP__Section__Key.");
        else if (!quietWhenGood)
            output.WriteLine("Cấu hình hợp lệ / the configuration is good.");
        return problems.Count == 0 ? 0 : 2;
    }

    static IEnumerable<string> Problems(IServiceProvider provider)
    {
        var hub = provider.GetRequiredService<IConfiguration>().Get<HubOptions>() ?? new();
        return OptionProblems(provider).Concat(AddressProblems(hub)).Concat(ReplyProblems(hub)).Concat(ServerProblems(hub, provider)).Concat(GatewayProblems(provider));
    }

    static IEnumerable<string> OptionProblems(IServiceProvider provider)
    {
        try
        {
            provider.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (OptionsValidationException invalid)
        {
            return invalid.Failures;
        }
        catch (InvalidOperationException unreadable) when (unreadable.InnerException is FormatException)
        {
            return [unreadable.Message];
        }
        catch (AggregateException several)
        {
            return several.InnerExceptions.OfType<OptionsValidationException>().SelectMany(invalid => invalid.Failures);
        }
    }

    static IEnumerable<string> AddressProblems(HubOptions hub) => new[] { (nameof(hub.Doors), hub.Doors), (nameof(hub.Operations), hub.Operations) }
        .Where(address => !Uri.TryCreate(address.Item2, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        .Select(address => $"{address.Item1} '{address.Item2}' is not an address, as in http://127.0.0.1:8080.")
        .Concat(hub.PublicAddress is null or { IsAbsoluteUri: true, Scheme: "http" or "https" }
            ? [] : [$"{nameof(hub.PublicAddress)} '{hub.PublicAddress}' is not an address, as in https://lltp.example.vn/."]);

    static IEnumerable<string> ServerProblems(HubOptions hub, IServiceProvider provider)
    {
        if (provider.GetRequiredService<IConfiguration>().GetSection($"{SigningOptions.Section}:{nameof(SigningOptions.TlsServer)}").Exists())
            return hub.ServerCertificateFile is null && hub.ServerKeyFile is null
                ? []
                : [$"{nameof(hub.ServerCertificateFile)} and {SigningOptions.Section}:{nameof(SigningOptions.TlsServer)} exclude each other."];
        if (!hub.IsHttps || hub.IsDevelopment && hub.ServerCertificateFile is null)
            return [];
        return new[] { (nameof(hub.ServerCertificateFile), hub.ServerCertificateFile), (nameof(hub.ServerKeyFile), hub.ServerKeyFile) }
            .Where(file => !File.Exists(file.Item2))
            .Select(file => $"{file.Item1}: there is no file '{file.Item2}'; an https address needs the server's certificate and key, here or in Signing:TlsServer.");
    }

    // Sections check themselves; that a partner names gateways that exist is between two of them.
    static IEnumerable<string> GatewayProblems(IServiceProvider provider)
    {
        var root = provider.GetRequiredService<IConfiguration>();
        var known = (root.Get<GatewaysOptions>() ?? new()).Gateways.Select(gateway => gateway.Name).ToList();
        return root.GetSection("Partners").GetChildren()
            .SelectMany(partner => partner.GetSection("Gateways").GetChildren(), (partner, named) => (partner.Key, named.Value))
            .Where(named => !known.Contains(named.Value ?? ""))
            .Select(named => $"Partners:{named.Key}:Gateways: there is no gateway '{named.Value}' in Gateways.");
    }

    static IEnumerable<string> ReplyProblems(HubOptions hub)
    {
        try
        {
            HubApplication.Replies(hub);
            return [];
        }
        catch (Exception failure) when (failure is IOException or JsonException or UnauthorizedAccessException)
        {
            return [$"ReplyTable '{hub.ReplyTable}': {failure.Message}"];
        }
    }
}
