using Tributary.Atlassian;
using Tributary.Atlassian.Confluence;
using Tributary.Emulator.World;
using Tributary.Tools;

namespace Tributary.Tests.Tools.Confluence;

public sealed class CreateBlogPostToolTests(ToolSites sites)
{
    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task A_post_is_written_from_Markdown_and_the_undo_takes_it_away(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        string title = ToolSite.NewTitle();
        await using ToolUser bob = await site.ConnectAsync();

        Reply reply = (await bob.CallAsync("confluence_create_blog_post", ("space_key", "OPEN"), ("title", title), ("body", "We **shipped** it."))).Succeeded();

        Content post = site.Wiki.Find(reply["id"]!)!;
        Assert.Equal((ContentType.BlogPost, title, "<p>We <strong>shipped</strong> it.</p>"), (post.Type, post.Title, post.Body));
        (await bob.CallAsync("confluence_delete_page", ("page_id", post.Id))).Succeeded();
        Assert.Equal(ContentStatus.Trashed, site.Wiki.Find(post.Id)!.Status);
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task A_closed_space_and_a_faulty_body_are_refused_before_anything_is_sent(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        await using ToolUser bob = await site.ConnectAsync(settings: new ToolSettings { Spaces = [SpaceKey.Parse("OPEN")] });
        string title = ToolSite.NewTitle();

        Assert.StartsWith("not_allowed: ", (await bob.CallAsync("confluence_create_blog_post", ("space_key", "SHUT"), ("title", title), ("body", "x"))).Text, StringComparison.Ordinal);
        Assert.StartsWith("invalid_params: ", (await bob.CallAsync("confluence_create_blog_post", ("space_key", "OPEN"), ("title", title), ("body", "<p>"), ("format", "storage"))).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(site.Wiki.Write(wiki => wiki.Contents.ToArray()), content => content.Title == title);
    }
}
