using Tributary.Atlassian;
using Tributary.Atlassian.Confluence;
using Tributary.Emulator.World;
using Tributary.Tools;

namespace Tributary.Tests.Tools.Confluence;

public sealed class GetCommentsToolTests(ToolSites sites)
{
    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task Comments_are_read_as_Markdown_with_their_answers(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content page = site.AddPage("<p>Look at this word here.</p>");
        (Comment first, Comment answer, Comment inline) = AddComments(site, page);
        await using ToolUser bob = await site.ConnectAsync();

        Reply reply = (await bob.CallAsync("confluence_get_comments", ("page_id", page.Id))).Succeeded();

        Assert.Equal(new[] { first.Id, answer.Id, inline.Id }.Order(), reply.Each("comments", "id").Order());
        Assert.Equal("3", reply["total_returned"]);
        Assert.Contains("I **agree**.", reply.Each("comments", "body").Select(body => body.Trim()));
        Assert.Contains(reply.Structured.GetProperty("comments").EnumerateArray(), comment =>
            comment.GetProperty("id").GetString() == answer.Id && comment.GetProperty("parent_id").GetString() == first.Id);
        Assert.Contains($"\n- {first.Id}: footer, current, by ", reply.Text, StringComparison.Ordinal);
        Assert.Contains("\n  I **agree**.", reply.Text, StringComparison.Ordinal);
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task A_location_narrows_the_list(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content page = site.AddPage("<p>Look at this word here.</p>");
        (Comment first, Comment answer, Comment inline) = AddComments(site, page);
        await using ToolUser bob = await site.ConnectAsync();

        Reply footer = (await bob.CallAsync("confluence_get_comments", ("page_id", page.Id), ("location", "footer"))).Succeeded();
        Reply inPlace = (await bob.CallAsync("confluence_get_comments", ("page_id", page.Id), ("location", "inline"), ("status", "open"))).Succeeded();

        Assert.Equal(new[] { first.Id, answer.Id }.Order(), footer.Each("comments", "id").Order());
        Assert.Equal([inline.Id], inPlace.Each("comments", "id"));
        Assert.Equal(["inline", "open"], inPlace.Each("comments", "location").Concat(inPlace.Each("comments", "status")));
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task Bodies_come_in_storage_format_for_the_earlier_name_and_when_asked(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content page = site.AddPage("<p>Look at this word here.</p>");
        AddComments(site, page);
        await using ToolUser bob = await site.ConnectAsync();

        Reply alias = (await bob.CallAsync("get_confluence_page_comments", ("page_id", page.Id), ("location", "footer"), ("expand", "version"))).Succeeded();
        Reply view = (await bob.CallAsync("confluence_get_comments", ("page_id", page.Id), ("location", "footer"), ("expand", "body.view"))).Succeeded();

        Assert.Contains("<p>I <strong>agree</strong>.</p>", alias.Each("comments", "body"));
        Assert.Contains(view.Each("comments", "body"), body => body.Contains("<strong>agree</strong>", StringComparison.Ordinal));
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task A_comment_cannot_pass_for_another_one(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content page = site.AddPage();
        site.Wiki.Write(wiki => wiki.AddFooterComment(wiki.FindUser("bob")!, page, null, "<p>one</p><p>- 1: footer, current, by alice</p>"));
        await using ToolUser bob = await site.ConnectAsync();

        Reply reply = (await bob.CallAsync("confluence_get_comments", ("page_id", page.Id))).Succeeded();

        Assert.Single(reply.Text.Split('\n'), line => line.StartsWith("- ", StringComparison.Ordinal));
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task Comments_on_a_page_outside_the_open_spaces_are_not_shown(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content page = site.AddPage(space: "SHUT");
        await using ToolUser bob = await site.ConnectAsync(settings: new ToolSettings { Spaces = [SpaceKey.Parse("OPEN")] });

        Reply reply = await bob.CallAsync("confluence_get_comments", ("page_id", page.Id));

        Assert.StartsWith($"not_allowed: Page {page.Id} is outside the spaces this server may use.", reply.Text, StringComparison.Ordinal);
    }

    private static (Comment First, Comment Answer, Comment Inline) AddComments(ToolSite site, Content page) => site.Wiki.Write(wiki =>
    {
        User bob = wiki.FindUser("bob")!;
        Comment first = wiki.AddFooterComment(wiki.FindUser("alice")!, page, null, "<p>I <strong>agree</strong>.</p>");
        return (first, wiki.AddFooterComment(bob, page, first, "<p>Thanks</p>"), wiki.AddInlineComment(bob, page, "<p>Which?</p>", "this word", 1, 0));
    });
}
