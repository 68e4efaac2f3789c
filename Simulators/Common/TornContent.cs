using System.Net;

namespace LLTP.Hub.Simulators.Common;

/// <summary>A body that announces its whole length and breaks off half-way.</summary>
sealed class TornContent : HttpContent
{
    readonly HttpContent whole;

    public TornContent(HttpContent whole)
    {
        this.whole = whole;
        foreach (var (name, values) in whole.Headers)
            Headers.TryAddWithoutValidation(name, values);
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        var bytes = await whole.ReadAsByteArrayAsync();
        await stream.WriteAsync(bytes.AsMemory(0, bytes.Length / 2));
        await stream.FlushAsync();
        throw new IOException("The line was cut.");
    }

    protected override bool TryComputeLength(out long length)
    {
        length = whole.Headers.ContentLength ?? 0;
        return length > 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            whole.Dispose();
        base.Dispose(disposing);
    }
}
