using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1;

/// <summary>What a request names, as its sender may see it: 404 for all else, and for what lies in the trash.</summary>
internal static class Named
{
    /// <summary>The content that the path names.</summary>
    public static Content Content(Call call, string parameter = "id") => Content(call.Wiki, call.User, call.RouteId(parameter));

    public static Content Content(Wiki wiki, User user, string id)
    {
        Content content = wiki.Visible(user, id);
        Content standing = wiki.ContainerOf(content) ?? content;
        return content.Status == ContentStatus.Trashed || standing.Status == ContentStatus.Trashed ? throw ConfluenceException.NoContent(id) : content;
    }

    public static ContentVersion Version(Content content, long number) =>
        content.Versions.Find(version => version.Number == number) ?? throw ConfluenceException.NotFound($"No version {number} of content with id : {content.Id}");

    /// <summary>The space that the path names.</summary>
    public static Space Space(Call call) => call.Wiki.VisibleSpace(call.User, call.Route("key"));
}
