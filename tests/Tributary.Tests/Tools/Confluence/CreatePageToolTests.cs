using Tributary.Atlassian;
using Tributary.Atlassian.Confluence;
using Tributary.Emulator.World;
using Tributary.Tools;

namespace Tributary.Tests.Tools.Confluence;

public sealed class CreatePageToolTests(ToolSites sites)
{
    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task A_page_is_created_from_Markdown(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content parent = site.AddPage();
        await using ToolUser bob = await site.ConnectAsync();
        string title = ToolSite.NewTitle();

        Reply reply = (await bob.CallAsync(
            "confluence_create_page", ("space_key", "OPEN"), ("title", title), ("body", "# Hi\n\nA **bold** word."), ("parent_page_id", parent.Id), ("update_message", "first"))).Succeeded();

        Assert.Equal((title, "OPEN", "1", "current", parent.Id), (reply["title"], reply["space_key"], reply["version"], reply["status"], reply["parent_id"]));
        Assert.Equal("# Hi\n\nA **bold** word.", reply["body"]!.Trim());
        Assert.StartsWith($"Created page {reply["id"]} as version 1: {reply["url"]}\nPage {reply["id"]} \"{title}\", version 1, current, space OPEN\n", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("bold", reply.Text, StringComparison.Ordinal);
        Assert.Contains("<strong>bold</strong>", site.Wiki.Find(reply["id"]!)!.Body, StringComparison.Ordinal);
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task Storage_format_is_written_byte_for_byte_under_either_name(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        const string Body = "<p>a&nbsp;b</p><ac:structured-macro ac:name=\"toc\" /><p />";
        await using ToolUser bob = await site.ConnectAsync();

        Reply body = (await bob.CallAsync("confluence_create_page", ("space_key", "OPEN"), ("title", ToolSite.NewTitle()), ("body", Body), ("format", "storage"))).Succeeded();
        Reply content = (await bob.CallAsync("confluence_create_page", ("space_key", "OPEN"), ("title", ToolSite.NewTitle()), ("content", Body))).Succeeded();
        Reply alias = (await bob.CallAsync("create_confluence_page", ("space_key", "OPEN"), ("title", ToolSite.NewTitle()), ("body", Body))).Succeeded();

        Assert.All(new[] { body, content, alias }, reply => Assert.Equal(Body, reply["body"]));
        Assert.All(new[] { body, content, alias }, reply => Assert.Equal(Body, site.Wiki.Find(reply["id"]!)!.Body));
        Assert.Equal(alias["id"], alias["page_id"]);
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task A_draft_is_no_page_yet(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        await using ToolUser bob = await site.ConnectAsync();

        Reply reply = (await bob.CallAsync("confluence_create_page", ("space_key", "OPEN"), ("title", ToolSite.NewTitle()), ("body", "x"), ("draft", true))).Succeeded();

        Assert.Equal("draft", reply["status"]);
        Assert.StartsWith($"Created a draft of page {reply["id"]}", reply.Text, StringComparison.Ordinal);
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task What_cannot_be_a_page_is_refused_before_anything_is_sent(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        await using ToolUser bob = await site.ConnectAsync();
        Task<Reply> Create(string title, params (string, object?)[] more) => bob.CallAsync("confluence_create_page", [("space_key", "OPEN"), ("title", title), .. more]);

        const string Operation = "\nOperation: confluence_create_page\nNext step: ";
        Assert.Equal($"invalid_params: `body` is missing.{Operation}Give the text of the page as body; \"\" makes an empty page.", (await Create("T")).Text);
        Assert.Equal($"invalid_params: `body` and `content` are two names of the same thing.{Operation}Give body alone.", (await Create("T", ("body", "a"), ("content", "b"))).Text);
        Assert.Equal($"invalid_params: `title` is empty.{Operation}Give the page a title.", (await Create("  ", ("body", "a"))).Text);
        Assert.Equal($"invalid_params: `title` has 256 characters; at most 255 are allowed.{Operation}Shorten the title.", (await Create(new string('t', 256), ("body", "a"))).Text);
        Assert.Equal($"invalid_params: `title` holds line breaks or characters that cannot be seen.{Operation}Send it on one line, without them.", (await Create("a\u200bb", ("body", "a"))).Text);
        Reply broken = await Create("T", ("body", "<p>one</p>\n<p>two"), ("format", "storage"));
        Assert.Matches($"^invalid_params: The body is not storage format: .+ \\(line 2, column \\d+\\)\\.{Operation}Correct it there, or send Markdown with format markdown\\.$", broken.Text);
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task A_title_that_is_taken_is_a_title_conflict(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content page = site.AddPage();
        await using ToolUser bob = await site.ConnectAsync();

        Reply reply = await bob.CallAsync("confluence_create_page", ("space_key", "OPEN"), ("title", page.Title), ("body", "x"));

        Assert.Equal("title_conflict", reply.Code);
        Assert.EndsWith("\nNext step: Choose another title, or update the page that has this one.", reply.Text, StringComparison.Ordinal);
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task Nothing_is_created_in_or_below_a_space_that_is_not_open(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content shut = site.AddPage(space: "SHUT");
        await using ToolUser bob = await site.ConnectAsync(settings: new ToolSettings { Spaces = [SpaceKey.Parse("OPEN")] });

        Reply space = await bob.CallAsync("confluence_create_page", ("space_key", "SHUT"), ("title", ToolSite.NewTitle()), ("body", "x"));
        Reply parent = await bob.CallAsync("confluence_create_page", ("space_key", "OPEN"), ("title", ToolSite.NewTitle()), ("body", "x"), ("parent_page_id", shut.Id));

        const string Next = "Operation: confluence_create_page\nNext step: Use OPEN; the operator sets them with CONFLUENCE_SPACES_FILTER.";
        Assert.Equal($"not_allowed: Space SHUT is outside the spaces this server may use.\n{Next}", space.Text);
        Assert.Equal($"not_allowed: Page {shut.Id} is outside the spaces this server may use.\n{Next}", parent.Text);
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task Who_may_only_read_is_told_that_permission_is_missing(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        await using ToolUser charlie = await site.ConnectAsync("charlie");

        Reply reply = await charlie.CallAsync("confluence_create_page", ("space_key", "OPEN"), ("title", ToolSite.NewTitle()), ("body", "x"));

        Assert.Equal("permission_denied", reply.Code);
    }
}
