using Tributary.Emulator.Hosting;

namespace Tributary.Emulator.Web;

internal static class StyleSheet
{
    private static readonly Lazy<byte[]> Bytes = new(Read);

    public static Answer Serve() => Answer.Bytes("text/css;charset=UTF-8", Bytes.Value).With("Cache-Control", "max-age=60");

    private static byte[] Read()
    {
        using Stream stream = typeof(StyleSheet).Assembly.GetManifestResourceStream("web/style.css")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
