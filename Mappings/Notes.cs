using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Catalogues;

namespace LLTP.Hub.Mappings;

/// <summary>What is gathered while one message is read or written; the first refusal stands.</summary>
sealed class Notes
{
    readonly Dictionary<string, Blob> blobs = [];
    readonly HashSet<string> carried = [];

    public MappingFailure? Refusal { get; private set; }

    public List<ReportLine> Report { get; } = [];

    public List<Warning> Warnings { get; } = [];

    public List<ExtraMember> Extra { get; } = [];

    /// <summary>The paths of the request's fields that the message being written has said.</summary>
    public IReadOnlySet<string> Carried => carried;

    public IReadOnlyList<Blob> Blobs => [.. blobs.Values];

    public void Refuse(MappingFailureCode code, string path) => Refusal ??= Failures.Of(code, path);

    /// <summary>What a code of a catalogue is called on a contract; refuses the message where the catalogue has no word for it.</summary>
    public string? Mapped(Catalogue catalogue, string? code, string contract, DateOnly day, string path)
    {
        var target = catalogue.Target(code, contract, day);
        if (target is null)
            Refusal ??= Failures.Of(MappingFailureCode.UnmappedCode, path) with { Gap = CatalogueGap.Of(catalogue.Name, code, contract) };
        return target;
    }

    public void Say(string path, string target, string note) => Report.Add(new(path, target, note));

    public void Warn(string code, string path, string text) => Warnings.Add(new(code, path, text));

    public void Carry(string path) => carried.Add(path);

    /// <summary>A name beside a code says nothing more than the code, where that went out.</summary>
    public void CarryName(string name, string code)
    {
        if (carried.Contains(code))
            carried.Add(name);
    }

    public FileRef Keep(ReadOnlyMemory<byte> bytes)
    {
        var sha256 = Hashes.Hex(bytes.Span);
        blobs.TryAdd(sha256, new(sha256, bytes));
        return new(sha256, bytes.Length);
    }

    public ReadOnlyMemory<byte> BytesOf(FileRef file) => blobs[file.Sha256].Bytes;

    public Reading<T> Close<T>(T? value, string hash) where T : class => Refusal is null
        ? new() { Value = value, Blobs = Blobs, Report = Report, ContentHash = hash }
        : new() { Refusal = Refusal, Report = Report };

    public Writing Close(ReadOnlyMemory<byte>? bytes) => Refusal is null ? new(bytes, null, Report) : new(null, Refusal, Report);
}
