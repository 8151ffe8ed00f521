using System.Buffers.Binary;
using System.Globalization;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence;

/// <summary>Addresses for a browser, relative to the site's base URL.</summary>
internal static class Links
{
    public static string WebUi(Site site, Content content)
    {
        Wiki wiki = site.Wiki;
        return content switch
        {
            Comment comment => OfComment(site, comment),
            Attachment attachment => $"/pages/viewpageattachments.action?pageId={attachment.ContainerId}&preview={Preview(attachment)}",
            CustomContent => $"/spaces/{wiki.SpaceOf(content).Key}/custom-content/{content.Id}",
            { Status: ContentStatus.Draft } => Edit(content),
            _ => site.IsCloud ? OnCloud(wiki.SpaceOf(content).Key, content) : $"/pages/viewpage.action?pageId={content.Id}",
        };
    }

    public static string WebUi(Site site, Space space) => (site.IsCloud ? "/spaces/" : "/display/") + space.Key;

    public static string Edit(Content content) => $"/pages/resumedraft.action?draftId={content.Id}";

    public static string EditV2(Wiki wiki, Content content) => $"/spaces/{wiki.SpaceOf(content).Key}/pages/edit-v2/{content.Id}";

    /// <summary>The number, low byte first, as base64 without what says nothing.</summary>
    public static string Tiny(Content content)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, content.Number);
        return "/x/" + Convert.ToBase64String(bytes).TrimEnd('=').TrimEnd('A').Replace('/', '-').Replace('+', '_');
    }

    /// <summary>The bytes of an attachment's version.</summary>
    public static string Download(Attachment attachment, ContentVersion version)
    {
        string path = $"/download/attachments/{attachment.ContainerId}/{Uri.EscapeDataString(version.Title)}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{path}?version={version.Number}&modificationDate={version.When.ToUnixTimeMilliseconds()}&cacheVersion=1&api=v2");
    }

    private static string Preview(Attachment attachment) =>
        Uri.EscapeDataString(string.Create(CultureInfo.InvariantCulture, $"/{attachment.ContainerId}/{attachment.Number}/{attachment.Title}"));

    private static string OnCloud(string key, Content content) => content.Type switch
    {
        ContentType.BlogPost => string.Create(CultureInfo.InvariantCulture, $"/spaces/{key}/blog/{content.CreatedAt.UtcDateTime:yyyy/MM/dd}/{content.Id}/{Plus(content.Title)}"),
        ContentType.Page => $"/spaces/{key}/pages/{content.Id}/{Plus(content.Title)}",
        _ => $"/spaces/{key}/{Wire.Name(content.Type)}/{content.Id}",
    };

    private static string OfComment(Site site, Comment comment)
    {
        string page = WebUi(site, site.Wiki.ContainerOf(comment)!);
        return $"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}focusedCommentId={comment.Id}";
    }

    private static string Plus(string title) => Uri.EscapeDataString(title).Replace("%20", "+", StringComparison.Ordinal);
}
