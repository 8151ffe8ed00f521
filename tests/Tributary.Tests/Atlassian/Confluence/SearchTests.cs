using Tributary.Atlassian;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Emulator.World;

namespace Tributary.Tests.Atlassian.Confluence;

public sealed class SearchTests
{
    private const string Pages = "type = page and space = TEAM and title ~ \"Numbered\" order by created";

    public static TheoryData<Deployment> Both => ClientSite.Both;

    private static CancellationToken Token => ClientSite.Token;

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task A_hit_has_its_page_space_address_excerpt_and_date(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        Content page = site.Team.AddPage("Ferry & timetable", "<p>The <strong>harbour</strong> &amp; its quays</p>");

        ResultList<SearchHit> hits = await site.Client().SearchAsync(new SearchQuery("text ~ harbour"), Token);

        SearchHit hit = Assert.Single(hits.Items);
        Assert.Equal((page.Id, "Ferry & timetable", "TEAM", "page"), (hit.Id, hit.Title, hit.SpaceKey.ToString(), hit.Type));
        Assert.StartsWith(site.BaseUrl + "/", hit.Url, StringComparison.Ordinal);
        Assert.Contains(page.Id, hit.Url, StringComparison.Ordinal);
        Assert.Contains("harbour & its quays", hit.Excerpt, StringComparison.Ordinal);
        Assert.NotNull(hit.LastModifiedAt);
        Assert.Equal(1, hits.Total);
        Assert.Null(hits.NextStart);
        Assert.Null(hits.NextCursor);
    }

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task Hits_go_on_by_start_from_any_place(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        Plant(site, 230);
        ConfluenceClient client = site.Client();

        ResultList<SearchHit> middle = await client.SearchAsync(new SearchQuery(Pages, Limit: 7, Start: 107), Token);
        ResultList<SearchHit> last = await client.SearchAsync(new SearchQuery(Pages, Limit: 100, Start: 200), Token);

        Assert.Equal(Enumerable.Range(107, 7).Select(number => $"Numbered {number}"), middle.Items.Select(hit => hit.Title));
        Assert.Equal((230, 114), (middle.Total, middle.NextStart));
        Assert.Equal(Enumerable.Range(200, 30).Select(number => $"Numbered {number}"), last.Items.Select(hit => hit.Title));
        Assert.Null(last.NextStart);
        Assert.Null(last.NextCursor);
    }

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task Hits_go_on_by_the_cursor_that_an_answer_gave(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        Plant(site, 25);
        ConfluenceClient client = site.Client();

        ResultList<SearchHit> page = await client.SearchAsync(new SearchQuery(Pages, Limit: 10, Start: 3), Token);
        List<string> titles = [.. page.Items.Select(hit => hit.Title)];
        while (page.NextCursor is { } cursor)
        {
            page = await client.SearchAsync(new SearchQuery(Pages, Limit: 10, Cursor: cursor), Token);
            titles.AddRange(page.Items.Select(hit => hit.Title));
        }

        Assert.Equal(Enumerable.Range(3, 22).Select(number => $"Numbered {number}"), titles);
    }

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task All_hits_are_enumerated(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        Plant(site, 230);

        List<string> titles = [];
        await foreach (SearchHit hit in site.Client().SearchAllAsync(Pages, "none", Token)) titles.Add(hit.Title);

        Assert.Equal(Enumerable.Range(0, 230).Select(number => $"Numbered {number}"), titles);
    }

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task A_query_that_Confluence_does_not_understand_is_refused_in_its_words(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);

        var refused = await Assert.ThrowsAsync<AtlassianException>(() => site.Client().SearchAsync(new SearchQuery("frobnicate = 3"), Token));

        Assert.Equal((AtlassianErrorKind.InvalidRequest, 400), (refused.Kind, refused.Status));
        Assert.Contains("frobnicate", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", refused.Message, StringComparison.Ordinal);
    }

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task Nothing_found_is_an_empty_list(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);

        ResultList<SearchHit> hits = await site.Client("diana").SearchAsync(new SearchQuery("type = page"), Token);

        Assert.Empty(hits.Items);
        Assert.Equal(0, hits.Total);
    }

    private static void Plant(ClientSite site, int count)
    {
        for (int number = 0; number < count; number++) site.Team.AddPage($"Numbered {number}");
    }
}
