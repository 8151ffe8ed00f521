using System.Text;
using System.Text.Unicode;

namespace Tributary.Tools.Files;

/// <summary>Files that people read as text.</summary>
internal static class FileText
{
    private static readonly string[] Types =
    [
        "application/graphql", "application/javascript", "application/json", "application/rtf", "application/sql", "application/toml", "application/x-httpd-php", "application/x-javascript",
        "application/x-ndjson", "application/x-sh", "application/xml", "application/yaml", "application/x-yaml",
    ];

    public static bool Is(string mediaType)
    {
        string type = mediaType.Split(';', 2)[0].Trim().ToLowerInvariant();
        return type.StartsWith("text/", StringComparison.Ordinal) || type.EndsWith("+json", StringComparison.Ordinal) || type.EndsWith("+xml", StringComparison.Ordinal) || Types.Contains(type);
    }

    /// <summary>By its byte order mark, as UTF-8, or, where it is none of these, as Latin-1, in which every byte is a letter.</summary>
    public static string Decode(byte[] bytes)
    {
        using var reader = new StreamReader(new MemoryStream(bytes), Utf8.IsValid(bytes) ? Encoding.UTF8 : Encoding.Latin1, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }
}
