using System.Globalization;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Atlassian.Confluence.Routing;
using Tributary.Atlassian.Confluence.V1;
using Tributary.Atlassian.Confluence.V2;
using Tributary.Atlassian.Http.Egress;
using Tributary.Atlassian.Routing;

namespace Tributary.Atlassian.Confluence;

public sealed partial class ConfluenceClient
{
    private const string Written = "version,space,history,ancestors,body.storage";

    public async Task<Page> CreatePageAsync(NewPage page, CancellationToken cancellationToken)
    {
        string operation = $"create {page.Type} in {page.SpaceKey}";
        Route create = Route(page.Type == "blogpost" ? ConfluenceOperation.CreateBlogPost : ConfluenceOperation.CreatePage);
        string status = page.Draft ? "draft" : "current";
        if (IsCloud)
        {
            long space = await SpaceIdAsync(page.SpaceKey, operation, cancellationToken);
            var write = new V2PageWrite(
                Id: null, space.ToString(CultureInfo.InvariantCulture), status, page.Title, page.ParentId?.ToString(), new V2Body("storage", page.Body), Version: null);
            V2Page created = await SendAsync(
                create.Request(operation, content: JsonAnswers.Body(write, V2Writes.V2PageWrite)), V2Json.Default.V2Page, cancellationToken);
            return v2.Page(created, page.Type, page.SpaceKey, operation);
        }

        var content = new V1ContentWrite(
            page.Type, status, page.Title, new V1SpaceWrite(page.SpaceKey.ToString()), Ancestors(page.ParentId), new V1BodiesWrite(new V1Body(page.Body, "storage")),
            page.Message is null ? null : new V1VersionWrite(1, page.Message));
        return v1.Page(
            await SendAsync(
                create.Request(operation, query: new Parameters { { "expand", Written } }, content: JsonAnswers.Body(content, V1Writes.V1ContentWrite)),
                V1Json.Default.V1Content, cancellationToken),
            operation);
    }

    public async Task<Page> UpdatePageAsync(PageId id, PageUpdate update, CancellationToken cancellationToken)
    {
        string operation = $"update page {id}";
        ConfluenceOperation kind = update.Type == "blogpost" ? ConfluenceOperation.UpdateBlogPost : ConfluenceOperation.UpdatePage;

        // A draft has no history: its only version is 1.
        int version = update.Status == "draft" ? 1 : update.Version;
        if (IsCloud)
        {
            var write = new V2PageWrite(
                id.ToString(), SpaceId: null, update.Status, update.Title, update.ParentId?.ToString(), V2Reader.Body(update.Body), new V2VersionWrite(version, update.Message));
            V2Page written = await SendAsync(
                Route(kind).Request(operation, id.ToString(), content: JsonAnswers.Body(write, V2Writes.V2PageWrite)), V2Json.Default.V2Page, cancellationToken);
            return await WithKeyAsync(written, update.Type, operation, cancellationToken);
        }

        var content = new V1ContentWrite(
            update.Type, update.Status, update.Title, Space: null, Ancestors(update.ParentId), new V1BodiesWrite(new V1Body(update.Body.Value, "storage")), new V1VersionWrite(version, update.Message));
        return v1.Page(
            await SendAsync(
                Route(kind).Request(operation, id.ToString(), query: new Parameters { { "expand", Written } }, content: JsonAnswers.Body(content, V1Writes.V1ContentWrite)),
                V1Json.Default.V1Content, cancellationToken),
            operation);
    }

    /// <summary>Takes a page out of the trash: its title, text and history are those it had.</summary>
    /// <param name="page">As it was read from the trash, with its body.</param>
    public async Task<Page> RestorePageAsync(Page page, CancellationToken cancellationToken)
    {
        string operation = $"restore page {page.Id}";
        ConfluenceOperation kind = page.Type == "blogpost" ? ConfluenceOperation.UpdateBlogPost : ConfluenceOperation.UpdatePage;
        int next = page.Version.Number + 1;
        if (IsCloud)
        {
            // Cloud wants all of a page, and takes the status alone.
            var write = new V2PageWrite(
                page.Id.ToString(), SpaceId: null, "current", page.Title, ParentId: null, V2Reader.Body(page.Body ?? PageBody.Empty), new V2VersionWrite(next, Message: null));
            V2Page written = await SendAsync(
                Route(kind).Request(operation, page.Id.ToString(), content: JsonAnswers.Body(write, V2Writes.V2PageWrite)), V2Json.Default.V2Page, cancellationToken);
            return await WithKeyAsync(written, page.Type, operation, cancellationToken);
        }

        var content = new V1ContentWrite(page.Type, "current", page.Title, Space: null, Ancestors: null, Body: null, new V1VersionWrite(next, Message: null));
        return v1.Page(
            await SendAsync(
                Route(kind).Request(operation, page.Id.ToString(), query: new Parameters { { "expand", Written } }, content: JsonAnswers.Body(content, V1Writes.V1ContentWrite)),
                V1Json.Default.V1Content, cancellationToken),
            operation);
    }

    /// <summary>Moves a page or a blog post to the trash; <see cref="RestorePageAsync"/> takes it out again.</summary>
    public async Task DeletePageAsync(PageId id, string type, CancellationToken cancellationToken)
    {
        ConfluenceOperation kind = type == "blogpost" ? ConfluenceOperation.DeleteBlogPost : ConfluenceOperation.DeletePage;
        using UpstreamAnswer answer = await Egress.SendAsync(Route(kind).Request($"delete page {id}", id.ToString()), cancellationToken);
    }

    private static V1AncestorWrite[]? Ancestors(PageId? parent) => parent is { } id ? [new V1AncestorWrite(id.ToString())] : null;
}
