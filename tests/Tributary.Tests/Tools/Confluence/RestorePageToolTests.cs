using System.Text.Json;
using Tributary.Atlassian;
using Tributary.Atlassian.Confluence;
using Tributary.Emulator.World;
using Tributary.Tools;

namespace Tributary.Tests.Tools.Confluence;

public sealed class RestorePageToolTests(ToolSites sites)
{
    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task A_past_version_becomes_the_newest_byte_for_byte(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        const string First = "<p>a&nbsp;b</p><ac:structured-macro ac:name=\"toc\" />";
        Content page = site.AddPage(First);
        string title = page.Title;
        await using ToolUser bob = await site.ConnectAsync();
        (await bob.CallAsync("confluence_update_page", ("page_id", page.Id), ("base_version", 1), ("title", ToolSite.NewTitle()), ("content", "<p>Second</p>"))).Succeeded();

        Reply reply = (await bob.CallAsync("confluence_restore_page", ("page_id", page.Id), ("version", 1))).Succeeded();

        Assert.Equal((page.Id, title, "3"), (reply["id"], reply["title"], reply["version"]));
        Assert.Equal($$"""confluence_restore_page {"page_id":"{{page.Id}}","version":2,"base_version":3}""", reply["undo"]);
        Assert.Equal($"Page {page.Id} is as in version 1 again, at version 3: {reply["url"]}\nUndo: {reply["undo"]}", reply.Text);
        Content now = site.Wiki.Find(page.Id)!;
        Assert.Equal((First, title, 3, "Restored version 1"), (now.Body, now.Title, now.Latest.Number, now.Latest.Message));
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task Every_write_is_taken_back_by_the_call_that_it_names(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content page = site.AddPage("<p>First</p>"), parent = site.AddPage();
        (string title, string? place) = (page.Title, page.ParentId);
        await using ToolUser bob = await site.ConnectAsync();

        Reply created = (await bob.CallAsync("confluence_create_page", ("space_key", "OPEN"), ("title", ToolSite.NewTitle()), ("body", "x"))).Succeeded();
        await UndoAsync(bob, created);
        Assert.Equal(ContentStatus.Trashed, site.Wiki.Find(created["id"]!)!.Status);

        Reply deleted = (await bob.CallAsync("confluence_delete_page", ("page_id", page.Id))).Succeeded();
        Reply restored = await UndoAsync(bob, deleted);
        Assert.Equal(ContentStatus.Current, site.Wiki.Find(page.Id)!.Status);
        await UndoAsync(bob, restored);
        Assert.Equal(ContentStatus.Trashed, site.Wiki.Find(page.Id)!.Status);
        await UndoAsync(bob, deleted);

        Reply updated = (await bob.CallAsync(
            "confluence_update_page", ("page_id", page.Id), ("base_version", 1), ("title", ToolSite.NewTitle()), ("body", "Second"), ("parent_page_id", parent.Id))).Succeeded();
        await UndoAsync(bob, updated);
        Content now = site.Wiki.Find(page.Id)!;
        Assert.Equal((title, place, "<p>First</p>"), (now.Title, now.ParentId, now.Body));
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task What_others_wrote_since_is_not_taken_back(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content page = site.AddPage("<p>First</p><p>Second</p>");
        await using ToolUser bob = await site.ConnectAsync();
        Reply mine = (await bob.CallAsync("confluence_update_page", ("page_id", page.Id), ("base_version", 1), ("body", "Mine\n\nSecond"))).Succeeded();
        (await bob.CallAsync("confluence_update_page", ("page_id", page.Id), ("base_version", 2), ("body", "Mine\n\nTheirs"))).Succeeded();
        Reply elsewhere = await UndoAsync(bob, mine);
        Reply redone = await UndoAsync(bob, elsewhere);
        (await bob.CallAsync("confluence_update_page", ("page_id", page.Id), ("base_version", 5), ("body", "Theirs too\n\nTheirs"))).Succeeded();

        (string tool, (string, object?)[] arguments) = Assert.Single(Calls(mine["undo"]!));
        Reply refused = await bob.CallAsync(tool, arguments);

        Assert.EndsWith($" What others wrote after version 2 stays.\nUndo: {elsewhere["undo"]}", elsewhere.Text, StringComparison.Ordinal);
        Assert.Equal("<p>First</p><p>Theirs</p>", page.Versions[3].Body);
        Assert.Equal(("5", "<p>Mine</p><p>Theirs</p>"), (redone["version"], page.Versions[4].Body));
        Assert.StartsWith($"version_conflict: Page {page.Id} is at version 6, and what you change of version 2 was changed there too.", refused.Text, StringComparison.Ordinal);
        Assert.Equal(6, site.Wiki.Find(page.Id)!.Latest.Number);
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task A_blog_post_comes_back_too(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content post = site.Wiki.Write(wiki => wiki.Create(wiki.FindUser("bob")!, new NewContent(ContentType.BlogPost, wiki.FindSpace("OPEN")!, ToolSite.NewTitle(), "<p>News</p>")));
        site.Wiki.Write(wiki => wiki.Update(wiki.FindUser("bob")!, post, new ContentChange(2, null, "<p>More</p>")));
        await using ToolUser bob = await site.ConnectAsync();

        (await bob.CallAsync("confluence_restore_page", ("page_id", post.Id), ("version", 1))).Succeeded();
        Assert.Equal("<p>News</p>", site.Wiki.Find(post.Id)!.Body);

        site.Wiki.Write(wiki =>
        {
            wiki.Trash(wiki.FindUser("bob")!, post);
            return 0;
        });
        (await bob.CallAsync("confluence_restore_page", ("page_id", post.Id))).Succeeded();
        Assert.Equal(ContentStatus.Current, site.Wiki.Find(post.Id)!.Status);
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task What_is_no_version_to_go_back_to_writes_nothing(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content page = site.AddPage(), shut = site.AddPage(space: "SHUT");
        site.Wiki.Write(wiki => wiki.Update(wiki.FindUser("bob")!, page, new ContentChange(2, null, "<p>Second</p>")));
        await using ToolUser bob = await site.ConnectAsync(settings: new ToolSettings { Spaces = [SpaceKey.Parse("OPEN")] });

        Reply none = await bob.CallAsync("confluence_restore_page", ("page_id", page.Id));
        Reply ahead = await bob.CallAsync("confluence_restore_page", ("page_id", page.Id), ("version", 3));
        Reply same = (await bob.CallAsync("confluence_restore_page", ("page_id", page.Id), ("version", 2))).Succeeded();
        Reply outside = await bob.CallAsync("confluence_restore_page", ("page_id", shut.Id), ("version", 1));

        const string Next = "\nOperation: confluence_restore_page\nNext step: Give a version from 1 to 1.";
        Assert.Equal($"invalid_params: Page {page.Id} is not in the trash, and `version` is missing.{Next}", none.Text);
        Assert.Equal($"invalid_params: Page {page.Id} is at version 2; there is no version 3.{Next}", ahead.Text);
        Assert.Equal(($"Nothing to write: page {page.Id} is as in version 2 already, at version 2: {same["url"]}", null), (same.Text, same["undo"]));
        Assert.StartsWith($"not_allowed: Page {shut.Id} is outside the spaces this server may use.", outside.Text, StringComparison.Ordinal);
        Assert.Equal(2, site.Wiki.Find(page.Id)!.Latest.Number);
    }

    /// <summary>Makes the calls that a result names, as a model would.</summary>
    private static async Task<Reply> UndoAsync(ToolUser user, Reply written)
    {
        Reply? last = null;
        foreach ((string tool, (string, object?)[] arguments) in Calls(written["undo"]!))
            last = (await user.CallAsync(tool, arguments)).Succeeded();
        return last!;
    }

    private static IEnumerable<(string Tool, (string, object?)[] Arguments)> Calls(string undo)
    {
        foreach (string call in undo.Split(" then "))
        {
            JsonElement arguments = JsonElement.Parse(call[call.IndexOf('{', StringComparison.Ordinal)..]);
            yield return (call[..call.IndexOf(' ', StringComparison.Ordinal)], [.. arguments.EnumerateObject().Select(argument => (argument.Name, (object?)argument.Value))]);
        }
    }
}
