namespace LLTP.Hub.Security;

/// <summary>Which parts of the standard a place accepts beside the restrictions that hold everywhere.</summary>
sealed record SignatureProfile
{
    /// <summary>SOAP messages: key information, nothing beside it.</summary>
    public static SignatureProfile Message { get; } = new() { NeedsKeyInfo = true };

    /// <summary>Signed documents at the doors: key information, and one Object for XAdES properties.</summary>
    public static SignatureProfile Document { get; } = new() { NeedsKeyInfo = true, MostObjects = 1 };

    /// <summary>Any document: what XML-DSig allows within the allow-lists.</summary>
    public static SignatureProfile General { get; } = new() { MostObjects = 16, Pointers = true, Base64 = true, Later = true };

    public bool NeedsKeyInfo { get; init; }
    public int MostObjects { get; init; }

    /// <summary>References of the form #xpointer(/) and #xpointer(id('x')), which keep comments.</summary>
    public bool Pointers { get; init; }
    public bool Base64 { get; init; }

    /// <summary>Canonical forms of a canonical form (decision 20).</summary>
    public bool Later { get; init; }

    /// <summary>SHA-1 counts; for archives only.</summary>
    public bool Legacy { get; init; }
}
