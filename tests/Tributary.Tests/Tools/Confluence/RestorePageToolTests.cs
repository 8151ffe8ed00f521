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

        Assert.Equal(
            $"What others wrote after version 2 stays; what was written after version 1 up to version 2 is taken back. Page {page.Id} is at version 4: {elsewhere["url"]}\nUndo: {elsewhere["undo"]}", elsewhere.Text);
        Assert.Equal("<p>First</p><p>Theirs</p>", page.Versions[3].Body);
        Assert.Equal(("5", "<p>Mine</p><p>Theirs</p>"), (redone["version"], page.Versions[4].Body));
        Assert.StartsWith($"version_conflict: Page {page.Id} is at version 6, and what you change of version 2 was changed there too.", refused.Text, StringComparison.Ordinal);
        Assert.EndsWith(
            "\nNext step: Nothing was changed. Read the page and take back by confluence_edit_page what is left of it. Do not repeat the call with a later base_version, or with none: that would take back what others wrote after version 2 too.",
            refused.Text, StringComparison.Ordinal);
        Assert.Equal(6, site.Wiki.Find(page.Id)!.Latest.Number);
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud, """{"op":"delete","section":"B"}""")]
    [InlineData(Deployment.Cloud, """{"op":"delete","node":"p2"}""")]
    [InlineData(Deployment.Cloud, """{"op":"replace","section":"B","content":"x"}""")]
    [InlineData(Deployment.Cloud, """{"op":"move","section":"B","after":"C"}""")]
    [InlineData(Deployment.DataCenter, """{"op":"delete","section":"B"}""")]
    [InlineData(Deployment.DataCenter, """{"op":"move","section":"B","before":"A"}""")]
    public async Task A_write_on_a_page_of_many_lines_is_taken_back_past_what_others_wrote(Deployment deployment, string operation)
    {
        ToolSite site = await sites.OfAsync(deployment);
        const string Body = "<h1>A</h1>\n<p>a</p>\n<h1>B</h1>\n<p>b</p>\n<p>bb</p>\n<h1>C</h1>\n<p>c</p>";
        Content page = site.AddPage(Body);
        await using ToolUser bob = await site.ConnectAsync();
        Reply mine = (await bob.CallAsync("confluence_edit_page", ("page_id", page.Id), ("base_version", 1), ("operations", JsonElement.Parse($"[{operation}]")))).Succeeded();
        site.Wiki.Write(wiki => wiki.Update(wiki.FindUser("alice")!, page, new ContentChange(3, null, page.Body.Replace(">c<", ">theirs<", StringComparison.Ordinal))));

        await UndoAsync(bob, mine);

        Assert.Equal(Body.Replace(">c<", ">theirs<", StringComparison.Ordinal), site.Wiki.Find(page.Id)!.Body);
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task What_is_taken_back_lies_between_two_versions(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content page = site.AddPage("<p>1</p>");
        for (int version = 2; version <= 3; version++)
        {
            int next = version;
            site.Wiki.Write(wiki => wiki.Update(wiki.FindUser("bob")!, page, new ContentChange(next, null, $"<p>{next}</p>")));
        }

        await using ToolUser bob = await site.ConnectAsync();
        Task<Reply> RestoreAsync(int version, int read) => bob.CallAsync("confluence_restore_page", ("page_id", page.Id), ("version", version), ("base_version", read));

        Reply nothing = (await RestoreAsync(2, 2)).Succeeded(), backwards = await RestoreAsync(2, 1), ahead = await RestoreAsync(1, 4);

        Assert.Equal(
            $"Nothing to take back: nothing was written after version 2 up to version 2. Page {page.Id} stays at version 3; without base_version all that was written since is taken back: {nothing["url"]}", nothing.Text);
        Assert.StartsWith("invalid_params: `base_version` 1 is before `version` 2.", backwards.Text, StringComparison.Ordinal);
        Assert.StartsWith($"invalid_params: Page {page.Id} is at version 3; there is no version 4.", ahead.Text, StringComparison.Ordinal);
        Assert.Equal(3, site.Wiki.Find(page.Id)!.Latest.Number);
        (await RestoreAsync(1, 3)).Succeeded();
        Assert.Equal("<p>1</p>", site.Wiki.Find(page.Id)!.Body);
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task A_page_whose_title_is_taken_stays_in_the_trash(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content page = site.AddPage();
        string title = page.Title;
        await using ToolUser bob = await site.ConnectAsync();
        (await bob.CallAsync("confluence_delete_page", ("page_id", page.Id))).Succeeded();
        (await bob.CallAsync("confluence_create_page", ("space_key", "OPEN"), ("title", title), ("body", "x"))).Succeeded();

        Reply refused = await bob.CallAsync("confluence_restore_page", ("page_id", page.Id));

        Assert.StartsWith($"title_conflict: Page {page.Id} stays in the trash: another page of space OPEN has its title \"{title}\" now.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Next step: Give that page another title with confluence_update_page, then restore this one", refused.Text, StringComparison.Ordinal);
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
        Content page = site.AddPage(), fresh = site.AddPage(), shut = site.AddPage(space: "SHUT");
        site.Wiki.Write(wiki => wiki.Update(wiki.FindUser("bob")!, page, new ContentChange(2, null, "<p>Second</p>")));
        await using ToolUser bob = await site.ConnectAsync(settings: new ToolSettings { Spaces = [SpaceKey.Parse("OPEN")] });

        Reply none = await bob.CallAsync("confluence_restore_page", ("page_id", page.Id));
        Reply ahead = await bob.CallAsync("confluence_restore_page", ("page_id", page.Id), ("version", 3));
        Reply same = (await bob.CallAsync("confluence_restore_page", ("page_id", page.Id), ("version", 2))).Succeeded();
        Reply alone = await bob.CallAsync("confluence_restore_page", ("page_id", fresh.Id), ("version", 7));
        Reply outside = await bob.CallAsync("confluence_restore_page", ("page_id", shut.Id), ("version", 1));

        const string Next = "\nOperation: confluence_restore_page\nNext step: Give a version from 1 to 1.";
        Assert.Equal($"invalid_params: Page {page.Id} is not in the trash, and `version` is missing.{Next}", none.Text);
        Assert.Equal($"invalid_params: Page {page.Id} is at version 2; there is no version 3.{Next}", ahead.Text);
        Assert.EndsWith("\nNext step: It has version 1 alone: there is nothing to go back to.", alone.Text, StringComparison.Ordinal);
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
