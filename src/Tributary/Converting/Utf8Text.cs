using System.Text;

namespace Tributary.Converting;

/// <summary>A text as it came, byte for byte: a mark at its start that says UTF-8 is no part of it, and comes back only where it was.</summary>
internal sealed record Utf8Text(string Text, bool HasMark)
{
    /// <summary>Far more than any page has; Confluence takes a quarter of it.</summary>
    public const int MostBytes = 20_000_000;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="name">What is read, in words for people.</param>
    /// <exception cref="InvalidDataException">It is too large, or no UTF-8.</exception>
    public static async Task<Utf8Text> ReadAsync(Stream stream, string name, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        byte[] buffer = new byte[64 << 10];
        while (await stream.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            if (bytes.Length + read > MostBytes)
                throw new InvalidDataException($"{name} is larger than {MostBytes / 1_000_000} MB.");
            bytes.Write(buffer, 0, read);
        }

        ReadOnlySpan<byte> all = bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
        bool hasMark = all.StartsWith("\uFEFF"u8);
        try
        {
            return new Utf8Text(Strict.GetString(hasMark ? all[3..] : all), hasMark);
        }
        catch (DecoderFallbackException exception)
        {
            throw new InvalidDataException($"{name} is not UTF-8 text.", exception);
        }
    }
}
