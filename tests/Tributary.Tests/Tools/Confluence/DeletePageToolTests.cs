using Tributary.Atlassian;
using Tributary.Atlassian.Confluence;
using Tributary.Emulator.World;
using Tributary.Tools;

namespace Tributary.Tests.Tools.Confluence;

public sealed class DeletePageToolTests(ToolSites sites)
{
    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud, "confluence_delete_page")]
    [InlineData(Deployment.DataCenter, "confluence_delete_page")]
    [InlineData(Deployment.Cloud, "delete_confluence_page")]
    [InlineData(Deployment.DataCenter, "delete_page")]
    public async Task A_page_goes_to_the_trash_and_names_the_way_back(Deployment deployment, string name)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content page = site.AddPage();
        await using ToolUser bob = await site.ConnectAsync();

        Reply reply = (await bob.CallAsync(name, ("page_id", page.Id))).Succeeded();

        Assert.Equal("success", reply["status"]);
        Assert.Equal($"{reply["message"]}\nUndo: {reply["undo"]}", reply.Text);
        Assert.Equal($$"""confluence_restore_page {"page_id":"{{page.Id}}"}""", reply["undo"]);
        Assert.StartsWith($"Page {page.Id} \"{page.Title}\" of space OPEN (version 1) is in the trash and can be restored from there. It was at http://", reply.Text, StringComparison.Ordinal);
        Assert.Equal(ContentStatus.Trashed, site.Wiki.Find(page.Id)!.Status);
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task Pages_that_stood_below_it_are_named(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content page = site.AddPage();
        await using ToolUser bob = await site.ConnectAsync();
        string child = (await bob.CallAsync("confluence_create_page", ("space_key", "OPEN"), ("title", ToolSite.NewTitle()), ("body", "x"), ("parent_page_id", page.Id))).Succeeded()["id"]!;

        Reply reply = (await bob.CallAsync("confluence_delete_page", ("page_id", page.Id))).Succeeded();

        Assert.Contains($"\nIts child pages {child} stand one level higher now; confluence_move_page puts them below it again once it is restored.", reply["message"], StringComparison.Ordinal);
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task A_page_outside_the_open_spaces_stays(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content page = site.AddPage(space: "SHUT");
        await using ToolUser bob = await site.ConnectAsync(settings: new ToolSettings { Spaces = [SpaceKey.Parse("OPEN")] });

        Reply reply = await bob.CallAsync("confluence_delete_page", ("page_id", page.Id));

        Assert.Equal("not_allowed", reply.Code);
        Assert.Equal(ContentStatus.Current, site.Wiki.Find(page.Id)!.Status);
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task Who_may_only_read_deletes_nothing(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content page = site.AddPage();
        await using ToolUser charlie = await site.ConnectAsync("charlie");

        Reply reply = await charlie.CallAsync("confluence_delete_page", ("page_id", page.Id));

        Assert.Equal("permission_denied", reply.Code);
        Assert.EndsWith("\nNext step: Ask an administrator of the space for this permission.", reply.Text, StringComparison.Ordinal);
        Assert.Equal(ContentStatus.Current, site.Wiki.Find(page.Id)!.Status);
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task A_page_that_is_absent_or_hidden_is_not_found(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content hidden = site.AddPage(space: "PRIV");
        await using ToolUser bob = await site.ConnectAsync();

        Reply reply = await bob.CallAsync("confluence_delete_page", ("page_id", hidden.Id));

        Assert.Equal("resource_not_found", reply.Code);
        Assert.EndsWith("\nNext step: Check the id, or ask for access: Confluence answers 404 for both.", reply.Text, StringComparison.Ordinal);
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task What_has_no_trash_is_not_deleted(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content page = site.AddPage();
        Comment comment = site.Wiki.Write(wiki => wiki.AddFooterComment(wiki.FindUser("bob")!, page, null, "<p>Stay</p>"));
        await using ToolUser bob = await site.ConnectAsync();
        Reply draft = (await bob.CallAsync("confluence_create_page", ("space_key", "OPEN"), ("title", ToolSite.NewTitle()), ("content", "<p>x</p>"), ("draft", true))).Succeeded();

        Reply ofComment = await bob.CallAsync("confluence_delete_page", ("page_id", comment.Id));
        Reply ofDraft = await bob.CallAsync("confluence_delete_page", ("page_id", draft["id"]));

        const string Next = "\nOperation: confluence_delete_page\nNext step: This tool moves published pages and blog posts to the trash and nothing else.";
        // Cloud knows no page by the id of a comment.
        if (deployment == Deployment.Cloud)
            Assert.Equal("resource_not_found", ofComment.Code);
        else
            Assert.Equal($"unsupported: {comment.Id} is a comment, not a page.{Next}", ofComment.Text);
        Assert.Equal($"unsupported: Page {draft["id"]} is draft.{Next}", ofDraft.Text);
        Assert.NotNull(site.Wiki.Find(comment.Id));
        Assert.NotNull(site.Wiki.Find(draft["id"]!));
    }
}
