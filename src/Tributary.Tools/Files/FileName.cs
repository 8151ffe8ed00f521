using System.Collections.Frozen;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Files;

/// <summary>The name and the type under which a file is attached.</summary>
internal static class FileName
{
    private const int MaxLength = 255;

    // Confluence refuses them, as Windows does.
    private const string NotAllowed = ":*?\"<>|";

    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        [".csv"] = "text/csv",
        [".css"] = "text/css",
        [".doc"] = "application/msword",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".gif"] = "image/gif",
        [".gz"] = "application/gzip",
        [".htm"] = "text/html",
        [".html"] = "text/html",
        [".jpeg"] = "image/jpeg",
        [".jpg"] = "image/jpeg",
        [".json"] = "application/json",
        [".log"] = "text/plain",
        [".md"] = "text/markdown",
        [".mp3"] = "audio/mpeg",
        [".mp4"] = "video/mp4",
        [".pdf"] = "application/pdf",
        [".png"] = "image/png",
        [".pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        [".svg"] = "image/svg+xml",
        [".tar"] = "application/x-tar",
        [".txt"] = "text/plain",
        [".webp"] = "image/webp",
        [".xls"] = "application/vnd.ms-excel",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".xml"] = "application/xml",
        [".yaml"] = "application/yaml",
        [".yml"] = "application/yaml",
        [".zip"] = "application/zip",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The last part of what was given, without what a file system or an eye could misread.</summary>
    public static string Clean(string given)
    {
        string name = WikiText.Line(given[(given.LastIndexOfAny(['/', '\\']) + 1)..]).Trim('.', ' ');
        foreach (char sign in NotAllowed)
            name = name.Replace(sign, '_');
        if (name.Length == 0)
            throw ToolException.InvalidParams($"`filename` \"{WikiText.Beginning(given, 80)}\" names no file.", "Give a plain name such as diagram.png.");
        if (name.Length > MaxLength)
            throw ToolException.InvalidParams($"`filename` has {name.Length} characters; at most {MaxLength} are allowed.", "Shorten the name.");
        return name;
    }

    public static string ContentType(string name) => Types.GetValueOrDefault(Path.GetExtension(name), "application/octet-stream");
}
