using Tributary.Atlassian.Confluence.Models;
using Tributary.Atlassian.Http;

namespace Tributary.Atlassian.Confluence;

/// <summary>Confluence, Cloud and Data Center alike; each operation goes to the API that the site's deployment offers.</summary>
/// <exception cref="AtlassianException">Every operation throws it, and nothing else, when Atlassian refuses or does not answer.</exception>
public sealed class ConfluenceClient(AtlassianConnection connection)
{
    public Site Site => connection.Site;

    public Task<Page> GetPageAsync(PageId id, PageQuery query, CancellationToken cancellationToken) => throw new NotImplementedException();

    public Task<Page> GetPageByTitleAsync(SpaceKey spaceKey, string title, PageQuery query, CancellationToken cancellationToken) => throw new NotImplementedException();

    public Task<ResultList<SearchHit>> SearchAsync(SearchQuery query, CancellationToken cancellationToken) => throw new NotImplementedException();

    public Task<Page> CreatePageAsync(NewPage page, CancellationToken cancellationToken) => throw new NotImplementedException();

    public Task<Page> UpdatePageAsync(PageId id, PageUpdate update, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Moves a page to the trash; an administrator of the space can restore it.</summary>
    public Task DeletePageAsync(PageId id, CancellationToken cancellationToken) => throw new NotImplementedException();

    public Task<ResultList<Space>> ListSpacesAsync(SpaceQuery query, CancellationToken cancellationToken) => throw new NotImplementedException();

    public Task<ResultList<Comment>> ListCommentsAsync(PageId pageId, CommentQuery query, CancellationToken cancellationToken) => throw new NotImplementedException();

    public Task<ResultList<Attachment>> ListAttachmentsAsync(PageId pageId, AttachmentQuery query, CancellationToken cancellationToken) => throw new NotImplementedException();

    public Task<Attachment> AddAttachmentAsync(PageId pageId, NewAttachment attachment, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>The display names of users, by id, in one request a batch; ids that Atlassian does not know are absent.</summary>
    public Task<IReadOnlyList<User>> GetUsersAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) => throw new NotImplementedException();
}
