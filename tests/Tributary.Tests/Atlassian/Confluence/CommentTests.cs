using Tributary.Atlassian;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Emulator.World;
using Comment = Tributary.Atlassian.Confluence.Models.Comment;
using CommentLocation = Tributary.Atlassian.Confluence.Models.CommentLocation;
using WikiComment = Tributary.Emulator.World.Comment;

namespace Tributary.Tests.Atlassian.Confluence;

public sealed class CommentTests
{
    public static TheoryData<Deployment> Both => ClientSite.Both;

    private static CancellationToken Token => ClientSite.Token;

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task Threads_are_listed_whole_footer_and_inline_with_who_when_and_where(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        Content page = site.Team.AddPage("Page", "<p>The quay is long.</p>");
        WikiComment first = Footer(site, page, null, "<p>first</p>"), reply = Footer(site, page, first, "<p>reply</p>"), nested = Footer(site, page, reply, "<p>nested</p>");
        WikiComment second = Footer(site, page, null, "<p>second</p>"), inline = OnText(site, page, "quay", "<p>inline</p>");

        ResultList<Comment> list = await site.Client().ListCommentsAsync(PageId.Parse(page.Id), new CommentQuery(), Token);

        Assert.Equal(
            new[] { first, reply, nested, second, inline }.Select(comment => comment.Id).Order(), list.Items.Select(comment => comment.Id.ToString()).Order());
        Comment answer = Assert.Single(list.Items, comment => comment.Id.ToString() == nested.Id);
        Assert.Equal(("<p>nested</p>", "footer", "current", reply.Id), (answer.Body, answer.Location, answer.Status, answer.ParentId.ToString()));
        Assert.Equal(site.IsCloud ? site.Team.User("bob").AccountId : site.Team.User("bob").UserKey, answer.AuthorId);
        Assert.NotNull(answer.CreatedAt);
        Assert.StartsWith(site.BaseUrl + "/", answer.Url, StringComparison.Ordinal);
        Comment marked = Assert.Single(list.Items, comment => comment.Id.ToString() == inline.Id);
        Assert.Equal(("inline", "open", null), (marked.Location, marked.Status, marked.ParentId?.ToString()));
        Assert.Null(list.NextStart);
    }

    [Fact(Timeout = 10000)]
    public async Task On_Cloud_a_reply_stands_behind_what_it_answers()
    {
        await using ClientSite site = await ClientSite.StartAsync(Deployment.Cloud);
        Content page = site.Team.AddPage("Page");
        WikiComment first = Footer(site, page, null, "<p>1</p>"), second = Footer(site, page, null, "<p>2</p>"), reply = Footer(site, page, first, "<p>1.1</p>");

        ResultList<Comment> list = await site.Client().ListCommentsAsync(PageId.Parse(page.Id), new CommentQuery(), Token);

        Assert.Equal(["<p>1</p>", "<p>1.1</p>", "<p>2</p>"], list.Items.Select(comment => comment.Body));
        Assert.NotNull(second);
        Assert.NotNull(reply);
    }

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task Comments_are_listed_by_place_and_by_resolution(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        Content page = site.Team.AddPage("Page", "<p>The quay is long and the pier is short.</p>");
        WikiComment footer = Footer(site, page, null, "<p>footer</p>"), open = OnText(site, page, "quay", "<p>open</p>"), resolved = OnText(site, page, "pier", "<p>resolved</p>");
        site.Wiki.Write(wiki => wiki.UpdateComment(site.Team.User("bob"), resolved, 2, null, "", resolved: true));
        ConfluenceClient client = site.Client();

        Assert.Equal([footer.Id], await IdsAsync(client, page, new CommentQuery(CommentLocation.Footer)));
        Assert.Equal([open.Id, resolved.Id], await IdsAsync(client, page, new CommentQuery(CommentLocation.Inline)));
        Assert.Equal([open.Id], await IdsAsync(client, page, new CommentQuery(Status: "open")));
        Assert.Equal([resolved.Id], await IdsAsync(client, page, new CommentQuery(CommentLocation.Inline, "resolved")));
        Comment done = Assert.Single((await client.ListCommentsAsync(PageId.Parse(page.Id), new CommentQuery(Status: "resolved"), Token)).Items);
        Assert.Equal(("inline", "resolved"), (done.Location, done.Status));
    }

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task A_long_list_goes_on_by_start_and_misses_none(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        Content page = site.Team.AddPage("Page", "<p>The quay is long.</p>");
        for (int thread = 0; thread < 12; thread++)
        {
            WikiComment top = Footer(site, page, null, $"<p>{thread}</p>");
            Footer(site, page, top, $"<p>{thread}.1</p>");
        }

        OnText(site, page, "quay", "<p>inline</p>");
        ConfluenceClient client = site.Client();
        List<string> bodies = [];
        for (int? start = 0; start is { } from;)
        {
            ResultList<Comment> list = await client.ListCommentsAsync(PageId.Parse(page.Id), new CommentQuery(Limit: 4, Start: from), Token);
            bodies.AddRange(list.Items.Select(comment => comment.Body));
            start = list.NextStart;
        }

        Assert.Equal(25, bodies.Count);
        Assert.Equal(25, bodies.Distinct().Count());
    }

    [Fact(Timeout = 10000)]
    public async Task On_Cloud_only_the_threads_that_are_shown_are_asked_for_their_replies()
    {
        await using ClientSite site = await ClientSite.StartAsync(Deployment.Cloud);
        Content page = site.Team.AddPage("Page");
        for (int thread = 0; thread < 60; thread++) Footer(site, page, null, $"<p>{thread}</p>");
        ConfluenceClient client = site.Client();

        IReadOnlyList<string> cost = await site.CostOfAsync(() => client.ListCommentsAsync(PageId.Parse(page.Id), new CommentQuery(Limit: 5), Token));

        Assert.InRange(cost.Count, 1, 10);
    }

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task Bodies_can_be_had_rendered(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        Content page = site.Team.AddPage("Page");
        Footer(site, page, null, "<p>rendered</p>");

        ResultList<Comment> list = await site.Client().ListCommentsAsync(PageId.Parse(page.Id), new CommentQuery(Body: BodyFormat.View), Token);

        Assert.Contains("rendered", Assert.Single(list.Items).Body, StringComparison.Ordinal);
    }

    private static WikiComment Footer(ClientSite site, Content page, WikiComment? answered, string body) =>
        site.Wiki.Write(wiki => wiki.AddFooterComment(site.Team.User("bob"), page, answered, body));

    private static WikiComment OnText(ClientSite site, Content page, string selection, string body) =>
        site.Wiki.Write(wiki => wiki.AddInlineComment(site.Team.User("bob"), page, body, selection, 1, 0));

    private static async Task<string[]> IdsAsync(ConfluenceClient client, Content page, CommentQuery query) =>
        [.. (await client.ListCommentsAsync(PageId.Parse(page.Id), query, Token)).Items.Select(comment => comment.Id.ToString()).Order(StringComparer.Ordinal)];
}
