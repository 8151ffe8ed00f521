using Tributary.Atlassian;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Emulator.World;

namespace Tributary.Tests.Atlassian.Confluence;

public sealed class PageReadingTests
{
    public static TheoryData<Deployment> Both => ClientSite.Both;

    private static CancellationToken Token => ClientSite.Token;

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task A_page_is_read_whole_in_one_request(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        Content added = site.Team.AddPage("Über uns & \"wir\"", "<p>Grüße 日本 😀</p>", by: "bob");
        ConfluenceClient client = site.Client();

        Page page = null!;
        IReadOnlyList<string> cost = await site.CostOfAsync(async () => page = await client.GetPageAsync(PageId.Parse(added.Id), new PageQuery(), Token));

        Assert.Single(cost);
        Assert.Equal(added.Id, page.Id.ToString());
        Assert.Equal(("page", "current", "Über uns & \"wir\"", "TEAM"), (page.Type, page.Status, page.Title, page.SpaceKey.ToString()));
        Assert.Equal(new PageBody(BodyFormat.Storage, "<p>Grüße 日本 😀</p>"), page.Body);
        Assert.Equal(1, page.Version.Number);
        Assert.Equal(added.CreatedAt.ToUnixTimeMilliseconds(), page.CreatedAt!.Value.ToUnixTimeMilliseconds());
        Assert.Equal(site.Team.Space.HomepageId, page.ParentId.ToString());
        Assert.Equal(site.IsCloud ? site.Team.User("bob").AccountId : site.Team.User("bob").UserKey, page.AuthorId);
        Assert.Equal(page.AuthorId, page.Version.AuthorId);
        Assert.StartsWith(site.BaseUrl + (site.IsCloud ? $"/spaces/TEAM/pages/{added.Id}/" : $"/pages/viewpage.action?pageId={added.Id}"), page.Url, StringComparison.Ordinal);
        Assert.Null(page.Labels);
    }

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task A_page_is_read_without_a_body_rendered_or_with_labels(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        Content added = site.Team.AddPage("Page");
        site.Label(added, "howto");
        ConfluenceClient client = site.Client();
        var id = PageId.Parse(added.Id);

        Assert.Null((await client.GetPageAsync(id, new PageQuery(BodyFormat.None), Token)).Body);
        Assert.Equal(BodyFormat.View, (await client.GetPageAsync(id, new PageQuery(BodyFormat.View), Token)).Body!.Format);
        Assert.Equal(["howto"], (await client.GetPageAsync(id, new PageQuery(Labels: true), Token)).Labels!);
    }

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task A_past_version_is_read_with_its_own_body_and_message(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        Content added = site.Team.AddPage("Page", "<p>one</p>");
        site.Wiki.Write(wiki => wiki.Update(site.Team.User("bob"), added, new ContentChange(2, Body: "<p>two</p>") { Message = "second" }));
        ConfluenceClient client = site.Client();
        var id = PageId.Parse(added.Id);

        Page first = await client.GetPageAsync(id, new PageQuery(Version: 1), Token);
        Page second = await client.GetPageAsync(id, new PageQuery(Version: 2), Token);

        Assert.Equal((1, "<p>one</p>"), (first.Version.Number, first.Body!.Value));
        Assert.Equal((2, "<p>two</p>", "second"), (second.Version.Number, second.Body!.Value, second.Version.Message));
    }

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task A_page_is_found_by_its_exact_title_and_the_space_is_looked_up_once(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        Content added = site.Team.AddPage("A & B / \"C\" + 50% = ü?");
        site.Team.AddPage("A & B");
        ConfluenceClient client = site.Client();

        Page page = null!;
        IReadOnlyList<string> first = await site.CostOfAsync(async () => page = await client.GetPageByTitleAsync(SpaceKey.Parse("TEAM"), added.Title, new PageQuery(), Token));
        IReadOnlyList<string> second = await site.CostOfAsync(() => client.GetPageByTitleAsync(SpaceKey.Parse("team"), "A & B", new PageQuery(), Token));

        Assert.Equal((added.Id, "<p>Hello</p>"), (page.Id.ToString(), page.Body!.Value));
        Assert.Equal(site.IsCloud ? 2 : 1, first.Count);
        Assert.Single(second);
    }

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task A_page_found_by_title_can_be_had_rendered_with_labels(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        Content added = site.Team.AddPage("Page");
        site.Label(added, "howto");

        Page page = await site.Client().GetPageByTitleAsync(SpaceKey.Parse("TEAM"), "Page", new PageQuery(BodyFormat.View, Labels: true), Token);

        Assert.Equal(BodyFormat.View, page.Body!.Format);
        Assert.Equal(["howto"], page.Labels!);
    }

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task A_title_or_space_that_does_not_exist_is_not_found(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        ConfluenceClient client = site.Client();

        var noTitle = await Assert.ThrowsAsync<AtlassianException>(() => client.GetPageByTitleAsync(SpaceKey.Parse("TEAM"), "Nothing", new PageQuery(), Token));
        var noSpace = await Assert.ThrowsAsync<AtlassianException>(() => client.GetPageByTitleAsync(SpaceKey.Parse("NONE"), "Nothing", new PageQuery(), Token));

        Assert.Equal(AtlassianErrorKind.ResourceNotFound, noTitle.Kind);
        Assert.Contains("\"Nothing\"", noTitle.Message, StringComparison.Ordinal);
        Assert.Equal(AtlassianErrorKind.ResourceNotFound, noSpace.Kind);
    }

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task Posts_and_drafts_are_read_by_their_ids_too(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        var bob = site.Team.User("bob");
        Content post = site.Wiki.Write(wiki => wiki.Create(bob, new NewContent(ContentType.BlogPost, site.Team.Space, "News", "<p>new</p>")));
        Content draft = site.Wiki.Write(wiki => wiki.Create(bob, new NewContent(ContentType.Page, site.Team.Space, "Plan", "<p>plan</p>") { Status = ContentStatus.Draft }));
        ConfluenceClient client = site.Client();

        Page read = await client.GetPageAsync(PageId.Parse(post.Id), new PageQuery(), Token);
        Page planned = await client.GetPageAsync(PageId.Parse(draft.Id), new PageQuery(), Token);

        Assert.Equal(("blogpost", "News", "TEAM"), (read.Type, read.Title, read.SpaceKey.ToString()));
        Assert.Equal(("page", "draft", "Plan", "TEAM"), (planned.Type, planned.Status, planned.Title, planned.SpaceKey.ToString()));
    }

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task What_is_absent_or_hidden_is_not_found(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        Content added = site.Team.AddPage("Page");

        foreach ((string user, string id) in new[] { ("bob", "99999999"), ("diana", added.Id) })
        {
            var refused = await Assert.ThrowsAsync<AtlassianException>(() => site.Client(user).GetPageAsync(PageId.Parse(id), new PageQuery(), Token));
            Assert.Equal((AtlassianErrorKind.ResourceNotFound, 404, $"get page {id}"), (refused.Kind, refused.Status, refused.Operation));
        }
    }

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task A_wrong_credential_is_told_as_one(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        Credential wrong = site.IsCloud ? Credential.ApiToken("bob@example.com", "wrong") : Credential.PersonalAccessToken("wrong");

        var refused = await Assert.ThrowsAsync<AtlassianException>(() => site.Client(wrong).GetPageAsync(PageId.Parse("1"), new PageQuery(), Token));

        Assert.Equal((AtlassianErrorKind.AuthorizationFailed, 401), (refused.Kind, refused.Status));
        Assert.DoesNotContain("<", refused.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 10000)]
    public async Task Data_Center_has_no_document_format_and_says_so_without_a_request()
    {
        await using ClientSite site = await ClientSite.StartAsync(Deployment.DataCenter);
        ConfluenceClient client = site.Client();

        AtlassianException refused = null!;
        IReadOnlyList<string> cost = await site.CostOfAsync(async () =>
            refused = await Assert.ThrowsAsync<AtlassianException>(() => client.GetPageAsync(PageId.Parse("1"), new PageQuery(BodyFormat.AtlasDocFormat), Token)));

        Assert.Equal(AtlassianErrorKind.Unsupported, refused.Kind);
        Assert.Empty(cost);
    }

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task All_pages_of_a_space_are_enumerated_over_many_answers(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        for (int number = 0; number < 260; number++) site.Team.AddPage($"Page {number}", $"<p>{number}</p>");
        ConfluenceClient client = site.Client();

        List<Page> pages = [];
        IReadOnlyList<string> cost = await site.CostOfAsync(async () =>
        {
            await foreach (Page page in client.EnumeratePagesAsync(SpaceKey.Parse("TEAM"), BodyFormat.Storage, Token)) pages.Add(page);
        });

        Assert.Equal(261, pages.Select(page => page.Id).Distinct().Count());
        Assert.Contains(pages, page => page.Title == "Page 259" && page.Body!.Value == "<p>259</p>");

        // Cloud: the space, then 250 pages an answer. Data Center gives 50 at most where bodies are asked for, whatever the limit.
        Assert.Equal(site.IsCloud ? 3 : 6, cost.Count);
    }
}
