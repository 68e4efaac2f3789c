using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Partners;
using Microsoft.Extensions.Options;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>Asks the province's main TTHC system for dossier numbers, within the patience of Numbers:Patience.</summary>
public sealed class TthcNumbers(PartnerRegistry partners, IOptions<NumberOptions> options, TimeProvider clock)
{
    const int Longest = 64;

    /// <summary>Null when TTHC did not give a usable number in time.</summary>
    public async Task<string?> AskAsync(CancellationToken cancellation)
    {
        if (partners.Find(Partner.Tthc) is not INumberingPartner source)
            return null;
        using var limit = new CancellationTokenSource(options.Value.Patience, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            return await source.NextNumberAsync(both.Token) is { Length: > 0 and <= Longest } number && !number.Any(IsOdd) ? number : null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    static bool IsOdd(char letter) => char.IsWhiteSpace(letter) || char.IsControl(letter);
}
