using System.Globalization;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence;

/// <summary>Names and times as Confluence writes them.</summary>
internal static class Wire
{
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    public static string Name(ContentStatus status) => status switch
    {
        ContentStatus.Draft => "draft",
        ContentStatus.Trashed => "trashed",
        ContentStatus.Archived => "archived",
        _ => "current",
    };

    public static string Name(ContentType type) => type switch
    {
        ContentType.BlogPost => "blogpost",
        ContentType.Comment => "comment",
        ContentType.Attachment => "attachment",
        ContentType.Folder => "folder",
        ContentType.Whiteboard => "whiteboard",
        ContentType.Database => "database",
        ContentType.Embed => "embed",
        ContentType.Custom => "custom",
        _ => "page",
    };

    public static string Name(SpaceType type) => type switch
    {
        SpaceType.Personal => "personal",
        SpaceType.Collaboration => "collaboration",
        SpaceType.KnowledgeBase => "knowledge_base",
        _ => "global",
    };

    public static string Name(Resolution resolution) => resolution switch
    {
        Resolution.Resolved => "resolved",
        Resolution.Reopened => "reopened",
        Resolution.Dangling => "dangling",
        _ => "open",
    };

    /// <summary>Null for a name that is no status of a content.</summary>
    public static ContentStatus? Status(string name) => name switch
    {
        "current" => ContentStatus.Current,
        "draft" => ContentStatus.Draft,
        "trashed" => ContentStatus.Trashed,
        "archived" => ContentStatus.Archived,
        _ => null,
    };
}
