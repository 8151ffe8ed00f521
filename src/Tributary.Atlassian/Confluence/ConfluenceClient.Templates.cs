using Tributary.Atlassian.Confluence.Models;
using Tributary.Atlassian.Confluence.Routing;
using Tributary.Atlassian.Confluence.V1;
using Tributary.Atlassian.Routing;

namespace Tributary.Atlassian.Confluence;

public sealed partial class ConfluenceClient
{
    public bool OffersTemplates => Capabilities.Has(ConfluenceOperation.ListTemplates, Site.Deployment);

    public bool OffersPageViews => Capabilities.Has(ConfluenceOperation.GetPageViews, Site.Deployment);

    public async Task<ResultList<Template>> ListTemplatesAsync(TemplateQuery query, CancellationToken cancellationToken)
    {
        ConfluenceOperation route = query.Blueprints ? ConfluenceOperation.ListBlueprints : ConfluenceOperation.ListTemplates;
        var parts = new Parameters
        {
            { "spaceKey", query.SpaceKey?.ToString() }, { "expand", query.Body ? "body" : null }, { "start", query.Start }, { "limit", query.Limit },
        };
        V1List<V1Template> list = await SendAsync(Route(route).Request("list templates", query: parts), V1Json.Default.V1ListV1Template, cancellationToken);
        Template[] templates = [.. (list.Results ?? []).Select(V1Reader.Template)];
        return new ResultList<Template>(templates, list.Total, NextStart(list.Links, query.Start, templates.Length));
    }

    /// <summary>How often a page or blog post was looked at, and by how many people.</summary>
    /// <param name="from">From this day on; null is since the page was made.</param>
    public async Task<PageViews> GetPageViewsAsync(PageId id, DateOnly? from, CancellationToken cancellationToken)
    {
        string operation = $"get views of page {id}";
        Task<V1Count> views = CountAsync(ConfluenceOperation.GetPageViews), viewers = CountAsync(ConfluenceOperation.GetPageViewers);
        await Task.WhenAll(views, viewers);
        return new PageViews(JsonAnswers.Needed((await views).Count, operation, "the number of views"), JsonAnswers.Needed((await viewers).Count, operation, "the number of viewers"));

        async Task<V1Count> CountAsync(ConfluenceOperation route) => await SendAsync(
            Route(route).Request(operation, id.ToString(), query: new Parameters { { "fromDate", from?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) } }),
            V1Json.Default.V1Count, cancellationToken);
    }
}
