using System.Net;

namespace LLTP.Hub.Adapters.Shared;

/// <summary>A body that knows whether its first byte was written: only then can the partner have seen anything.</summary>
sealed class StartedContent(ReadOnlyMemory<byte> bytes) : HttpContent
{
    public bool Started { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Started = true;
        await stream.WriteAsync(bytes, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = bytes.Length;
        return true;
    }
}
