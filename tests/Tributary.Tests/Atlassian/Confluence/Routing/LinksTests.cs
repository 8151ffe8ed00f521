using Tributary.Atlassian;
using Tributary.Atlassian.Confluence.Routing;
using Tributary.Atlassian.Routing;

namespace Tributary.Tests.Atlassian.Confluence.Routing;

public sealed class LinksTests
{
    private static readonly Links Cloud = new(new Site("default", new Uri("https://x.atlassian.net/wiki"), Deployment.Cloud));
    private static readonly Links Gateway = new(new Site("default", new Uri("https://api.atlassian.com/ex/confluence/1/wiki"), Deployment.Cloud) { BrowserUrl = null });

    [Theory]
    [InlineData("/spaces/ENG/pages/1/T", "https://x.atlassian.net/wiki/spaces/ENG/pages/1/T")]
    [InlineData("spaces/ENG", "https://x.atlassian.net/wiki/spaces/ENG")]
    [InlineData("/wiki/spaces/ENG", "https://x.atlassian.net/wiki/spaces/ENG")]
    [InlineData(null, "https://x.atlassian.net/wiki")]
    public void A_link_is_made_absolute_whether_it_begins_at_the_base_or_at_the_host(string? link, string expected) => Assert.Equal(expected, Cloud.Absolute(link, "https://elsewhere.example/wiki"));

    [Theory]
    [InlineData("https://x.atlassian.net/wiki", "https://x.atlassian.net/wiki/spaces/ENG")]
    [InlineData("javascript:alert(1)", "https://api.atlassian.com/ex/confluence/1/wiki/spaces/ENG")]
    [InlineData(null, "https://api.atlassian.com/ex/confluence/1/wiki/spaces/ENG")]
    public void Behind_the_gateway_the_answer_says_where_a_browser_goes(string? answered, string expected) => Assert.Equal(expected, Gateway.Absolute("/spaces/ENG", answered));

    [Theory]
    [InlineData("/spaces/ENG/pages/98304/Title", "ENG")]
    [InlineData("/spaces/%7E712020abc/pages/1", "~712020abc")]
    [InlineData("/wiki/spaces/ENG", "ENG")]
    [InlineData("/display/OPS/Home?a=b", "OPS")]
    [InlineData("/pages/viewpage.action?pageId=1", null)]
    [InlineData("/spaces/a%2Fb/pages/1", null)]
    [InlineData("/spaces", null)]
    [InlineData(null, null)]
    public void A_spaces_key_is_read_out_of_a_link(string? link, string? key) => Assert.Equal(key, Links.KeyIn(link)?.ToString());

    [Theory]
    [InlineData("/wiki/api/v2/pages?limit=25&cursor=eyJpZCI6IjEi%3D%3D", "eyJpZCI6IjEi==")]
    [InlineData("/rest/api/search?cql=a%26cursor%3Db&cursor=_f_MjU%3D_sa_W10%3D&limit=25", "_f_MjU=_sa_W10=")]
    [InlineData("https://evil.example/x?cursor=abc", "abc")]
    [InlineData("/wiki/api/v2/pages?limit=25", null)]
    [InlineData("/wiki/api/v2/pages?cursor=", null)]
    [InlineData(null, null)]
    public void Of_a_link_to_the_next_page_only_the_cursor_counts(string? next, string? cursor) => Assert.Equal(cursor, Links.CursorIn(next));

    [Fact]
    public void A_path_is_its_template_whatever_the_argument()
    {
        string path = new Route(HttpMethod.Get, "api/v2/pages/{id}").Request("get page", "../a b?c#d/%2e", query: new Parameters { { "title", "x&y=z?/ü" }, { "none", (string?)null } }).Path;

        Assert.Equal("api/v2/pages/..%2Fa%20b%3Fc%23d%2F%252e?title=x%26y%3Dz%3F%2F%C3%BC", path);
    }

    [Fact]
    public void Every_operation_has_a_row_for_one_deployment_at_least()
    {
        Assert.All(Enum.GetValues<ConfluenceOperation>(), operation => Assert.True(Capabilities.Has(operation, Deployment.Cloud) || Capabilities.Has(operation, Deployment.DataCenter)));
        var refused = Assert.Throws<AtlassianException>(() => Capabilities.Of(ConfluenceOperation.GetUsers, Deployment.DataCenter));
        Assert.Equal(AtlassianErrorKind.Unsupported, refused.Kind);
    }
}
