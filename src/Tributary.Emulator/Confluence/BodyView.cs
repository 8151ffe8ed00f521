using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;
using Tributary.Markup;
using Tributary.Markup.Rendering;

namespace Tributary.Emulator.Confluence;

/// <summary>What a body is rendered with for one reader: what the reader may not see, it does not link to.</summary>
internal sealed class BodyView(Call call, Content? content)
{
    private readonly Wiki wiki = call.Wiki;

    public ViewContext Context => new()
    {
        PageUrl = PageUrl,
        AttachmentUrl = AttachmentUrl,
        UserName = identity => wiki.FindUser(identity)?.DisplayName,
        UserUrl = identity => wiki.FindUser(identity) is { } user ? Absolute(call.Site.IsCloud ? $"/people/{user.AccountId}" : $"/display/~{user.Username}") : null,
        Children = Children,
    };

    public string Of(string storage) => StorageFormat.ToView(storage, Context);

    private string Absolute(string path) => call.Site.ContextPath + path;

    private string? PageUrl(PageReference reference) =>
        Find(reference) is { } found ? Absolute(Links.WebUi(call.Site, found))
        : reference is { Title: "", SpaceKey: { } key } && wiki.FindSpace(key) is { } space && call.Visitor is { } reader && wiki.CanView(reader, space) ? Absolute(Links.WebUi(call.Site, space))
        : null;

    private string? AttachmentUrl(AttachmentReference reference)
    {
        Content? container = reference.Page is { } page ? Find(page) : Here;
        return container is not null && wiki.FindAttachment(container, reference.FileName) is { } attachment
            ? Absolute(Links.Download(attachment, attachment.Latest))
            : null;
    }

    private IReadOnlyList<ChildPage> Children(PageReference? parent, int depth) =>
        (parent is null ? Here : Find(parent)) is { } top ? Below(top, depth == 0 ? int.MaxValue : depth) : [];

    private IReadOnlyList<ChildPage> Below(Content parent, int depth) =>
        depth == 0 ? [] : [.. wiki.Children(parent)
            .Where(child => child.Type == ContentType.Page && child.Status == ContentStatus.Current && IsVisible(child))
            .Select(child => new ChildPage(child.Title, Absolute(Links.WebUi(call.Site, child)), Below(child, depth - 1)))];

    // A comment speaks about its page: what it names without a place is there.
    private Content? Here => content is null ? null : content is Comment ? wiki.ContainerOf(content) : content;

    private Content? Find(PageReference reference)
    {
        if (reference.ContentId is { } id) return wiki.Find(id) is { } byId && IsVisible(byId) ? byId : null;
        Space? space = reference.SpaceKey is { } key ? wiki.FindSpace(key) : content is null ? null : wiki.SpaceOf(content);
        return space is null ? null : wiki.Titled(space, reference.Title).FirstOrDefault(titled =>
            titled.Type == (reference.PostingDay is null ? ContentType.Page : ContentType.BlogPost) && titled.Status == ContentStatus.Current && IsVisible(titled));
    }

    private bool IsVisible(Content target) => call.Visitor is { } reader && wiki.CanView(reader, target);
}
