namespace Tributary.Atlassian;

/// <summary>A configured site: where it is and what it is. Made from the configured text by <see cref="SiteAddress"/>.</summary>
/// <param name="Name">As configured, for people; <c>default</c> for a single site.</param>
/// <param name="BaseUrl">The product's root with no slash at the end: Confluence's with <c>/wiki</c> on Cloud, either with the context path on Data Center.</param>
public sealed record Site(string Name, Uri BaseUrl, Deployment Deployment)
{
    /// <summary>Where a browser opens the site's pages, no slash at the end; null behind the API gateway, whose answers say it.</summary>
    public Uri? BrowserUrl { get; init; } = BaseUrl;
}
