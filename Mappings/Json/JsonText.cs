using System.Buffers;
using System.Text.Json;
using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Mappings.Json;

/// <summary>Builds outgoing JSON bodies in one buffer of about the right size.</summary>
static class JsonText
{
    public static ReadOnlyMemory<byte> Build(long fileBytes, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(checked((int)(fileBytes / 3 * 4)) + TextRoom(fileBytes));
        using (var writer = new Utf8JsonWriter(buffer, JsonForm.Writing))
            write(writer);
        return buffer.WrittenMemory;
    }

    /// <summary>Room for the text beside the files; a buffer with large files must not have to double.</summary>
    public static int TextRoom(long fileBytes) => fileBytes > 0 ? 64 * 1024 : 4 * 1024;

    /// <summary>A body without files; members not given are left out.</summary>
    public static ReadOnlyMemory<byte> Of(object wire) => Build(0, writer => new WireWriter(writer, NoFile).Write(wire));

    static ReadOnlyMemory<byte> NoFile(FileRef file) => throw new InvalidOperationException("This message carries no files.");
}
