namespace LLTP.Hub.Mappings.Canonical;

/// <summary>Something an officer should look at; never a reason to refuse.</summary>
public sealed record Warning(string Code, string Field, string Text);

/// <summary>The codes that warnings of an intake carry.</summary>
public static class WarningCodes
{
    public const string ImplausibleNumber = "ImplausibleNumber";
    public const string PaymentUnreadable = "PaymentUnreadable";
    public const string UnknownMember = "UnknownMember";
    public const string NotPaid = "NotPaid";
    public const string DateUnreadable = "DateUnreadable";
}
