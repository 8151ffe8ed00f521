using System.Buffers.Binary;

namespace Tributary.Tools.Files;

/// <summary>What the first bytes of a picture say. The name and the declared type of a file may say anything.</summary>
internal sealed record Picture(string MediaType, int Width, int Height)
{
    // Models look at no more than that of an edge, and count so many pixels as a token.
    private const double LongestEdge = 1568;
    private const double PixelsPerToken = 750;

    public int Tokens
    {
        get
        {
            double scale = Math.Min(1, LongestEdge / Math.Max(1, Math.Max(Width, Height)));
            return (int)Math.Ceiling(Width * scale * Height * scale / PixelsPerToken);
        }
    }

    /// <summary>Null for what is none of the kinds that models see: PNG, JPEG, GIF and WebP.</summary>
    public static Picture? Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= 24 && bytes.StartsWith(Png))
            return new Picture("image/png", BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]));
        if (bytes.Length >= 10 && (bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8)))
            return new Picture("image/gif", BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]));
        if (bytes.Length >= 30 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8))
            return WebP(bytes);
        return bytes.Length >= 4 && bytes[0] == 0xFF && bytes[1] == 0xD8 && bytes[2] == 0xFF ? Jpeg(bytes) : null;
    }

    private static ReadOnlySpan<byte> Png => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private static Picture? WebP(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> chunk = bytes[12..16];
        if (chunk.SequenceEqual("VP8 "u8))
            return new Picture("image/webp", BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]) & 0x3FFF);
        if (chunk.SequenceEqual("VP8L"u8))
        {
            uint sizes = BinaryPrimitives.ReadUInt32LittleEndian(bytes[21..]);
            return new Picture("image/webp", (int)(sizes & 0x3FFF) + 1, (int)((sizes >> 14) & 0x3FFF) + 1);
        }

        return chunk.SequenceEqual("VP8X"u8) ? new Picture("image/webp", 1 + UInt24(bytes[24..]), 1 + UInt24(bytes[27..])) : null;
    }

    /// <summary>Walks the segments to the frame that names the size.</summary>
    private static Picture? Jpeg(ReadOnlySpan<byte> bytes)
    {
        int at = 2;
        while (at + 9 <= bytes.Length && bytes[at] == 0xFF)
        {
            byte marker = bytes[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return new Picture("image/jpeg", BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            at += marker is 0xFF ? 1 : 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }

        return null;
    }

    private static int UInt24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
