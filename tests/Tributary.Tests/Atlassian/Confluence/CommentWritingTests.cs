using Tributary.Atlassian;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Emulator.World;
using Comment = Tributary.Atlassian.Confluence.Models.Comment;
using WikiComment = Tributary.Emulator.World.Comment;

namespace Tributary.Tests.Atlassian.Confluence;

public sealed class CommentWritingTests
{
    public static TheoryData<Deployment> Both => ClientSite.Both;

    private static CancellationToken Token => ClientSite.Token;

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task A_footer_comment_is_added_answered_and_read_with_its_page_and_version(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        Content page = site.Team.AddPage("Page");
        ConfluenceClient client = site.Client();

        Comment first = await client.AddCommentAsync(new NewComment(PageId.Parse(page.Id), "<p>first</p>"), Token);
        Comment answer = await client.AddCommentAsync(new NewComment(PageId.Parse(page.Id), "<p>answer</p>", Answers: first), Token);
        Comment read = await client.GetCommentAsync(answer.Id, Token);

        Assert.Equal(("<p>first</p>", "footer", 1, page.Id), (first.Body, first.Location, first.Version, first.ContentId.ToString()));
        Assert.Equal(answer, read);
        Assert.Equal((first.Id, page.Id), (read.ParentId!.Value, read.ContentId.ToString()));
    }

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task A_blog_post_is_commented_too(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        Content post = site.Wiki.Write(wiki => wiki.Create(site.Team.User("bob"), new NewContent(ContentType.BlogPost, site.Team.Space, "Post", "<p>Hi</p>")));

        Comment comment = await site.Client().AddCommentAsync(new NewComment(PageId.Parse(post.Id), "<p>Nice</p>", "blogpost"), Token);

        Assert.Equal(post.Id, site.Wiki.ContainerOf(site.Wiki.Find(comment.Id.ToString())!)!.Id);
    }

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task An_inline_comment_stands_on_the_chosen_words_and_is_answered_settled_and_opened_again(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        Content page = site.Team.AddPage("Page", "<p>The quay is long.</p><p>The quay is old.</p>");
        ConfluenceClient client = site.Client();

        Comment inline = await client.AddCommentAsync(new NewComment(PageId.Parse(page.Id), "<p>Which?</p>", Selection: new TextSelection("quay", 2, 1)), Token);
        Comment answer = await client.AddCommentAsync(new NewComment(PageId.Parse(page.Id), "<p>This</p>", Answers: inline), Token);
        Comment second = await client.AddCommentAsync(new NewComment(PageId.Parse(page.Id), "<p>Thanks</p>", Answers: answer), Token);
        Comment settled = await client.ResolveCommentAsync(inline, resolved: true, Token);
        Comment opened = await client.ResolveCommentAsync(settled, resolved: false, Token);

        Assert.Contains("<p>The quay is long.</p><p>The <ac:inline-comment-marker", site.Wiki.Find(page.Id)!.Body, StringComparison.Ordinal);
        Assert.Equal(("inline", "open", "<p>Which?</p>"), (inline.Location, inline.Status, inline.Body));
        Assert.Equal(("inline", inline.Id), (answer.Location, answer.ParentId!.Value));
        Assert.NotNull(second.ParentId);
        Assert.Equal(("resolved", "reopened"), (settled.Status, opened.Status));
        Assert.Equal("<p>Which?</p>", site.Wiki.Find(inline.Id.ToString())!.Body);
    }

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task Words_that_are_not_there_that_often_are_refused_by_Confluence(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        Content page = site.Team.AddPage("Page", "<p>The quay is long.</p>");
        ConfluenceClient client = site.Client();

        var refused = await Assert.ThrowsAsync<AtlassianException>(
            () => client.AddCommentAsync(new NewComment(PageId.Parse(page.Id), "<p>?</p>", Selection: new TextSelection("quay", 2, 1)), Token));

        Assert.Equal(AtlassianErrorKind.InvalidRequest, refused.Kind);
    }

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task A_comment_is_written_over_on_the_version_that_was_read_alone(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        WikiComment comment = Footer(site), inline = OnText(site);
        ConfluenceClient client = site.Client();
        Comment read = await client.GetCommentAsync(PageId.Parse(comment.Id), Token), marked = await client.GetCommentAsync(PageId.Parse(inline.Id), Token);

        Comment written = await client.UpdateCommentAsync(read, "<p>new</p>", Token);
        await client.UpdateCommentAsync(marked, "<p>new inline</p>", Token);
        var refused = await Assert.ThrowsAsync<AtlassianException>(() => client.UpdateCommentAsync(read, "<p>late</p>", Token));

        Assert.Equal(("<p>new</p>", 2), (written.Body, written.Version));
        Assert.Equal("<p>new inline</p>", site.Wiki.Find(inline.Id)!.Body);
        Assert.Equal(AtlassianErrorKind.VersionConflict, refused.Kind);
    }

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task A_comment_is_deleted_for_good_by_its_author(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        WikiComment comment = Footer(site), inline = OnText(site);
        ConfluenceClient client = site.Client();
        Comment read = await client.GetCommentAsync(PageId.Parse(comment.Id), Token), marked = await client.GetCommentAsync(PageId.Parse(inline.Id), Token);

        var refused = await Assert.ThrowsAsync<AtlassianException>(() => site.Client("charlie").DeleteCommentAsync(read, Token));
        await client.DeleteCommentAsync(read, Token);
        await client.DeleteCommentAsync(marked, Token);
        var gone = await Assert.ThrowsAsync<AtlassianException>(() => client.GetCommentAsync(read.Id, Token));

        Assert.Equal((AtlassianErrorKind.PermissionDenied, AtlassianErrorKind.ResourceNotFound), (refused.Kind, gone.Kind));
        Assert.Null(site.Wiki.Find(inline.Id));
    }

    private static WikiComment Footer(ClientSite site)
    {
        Content page = site.Team.AddPage("Page");
        return site.Wiki.Write(wiki => wiki.AddFooterComment(site.Team.User("bob"), page, null, "<p>old</p>"));
    }

    private static WikiComment OnText(ClientSite site)
    {
        Content page = site.Team.AddPage("Marked", "<p>The quay</p>");
        return site.Wiki.Write(wiki => wiki.AddInlineComment(site.Team.User("bob"), page, "<p>old</p>", "quay", 1, 0));
    }
}
