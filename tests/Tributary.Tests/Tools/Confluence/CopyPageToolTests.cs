using Tributary.Atlassian;
using Tributary.Emulator.World;

namespace Tributary.Tests.Tools.Confluence;

public sealed class CopyPageToolTests(ToolSites sites)
{
    private const string Body = "<p>a&nbsp;b</p><ac:structured-macro ac:name=\"toc\" />";

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task A_copy_has_the_same_body_byte_for_byte(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content page = site.AddPage(Body), parent = site.AddPage();
        string title = ToolSite.NewTitle();
        await using ToolUser bob = await site.ConnectAsync();

        Reply reply = (await bob.CallAsync("confluence_copy_page", ("page_id", page.Id), ("parent_page_id", parent.Id), ("title", title))).Succeeded();

        Content copy = site.Wiki.Find(reply["id"]!)!;
        Assert.Equal((title, Body, parent.Id), (copy.Title, copy.Body, copy.ParentId));
        Assert.Equal($$"""confluence_delete_page {"page_id":"{{copy.Id}}"}""", reply["undo"]);
    }

    [Fact(Timeout = 10000)]
    public async Task On_Cloud_labels_go_along_when_they_shall()
    {
        ToolSite site = await sites.OfAsync(Deployment.Cloud);
        Content page = site.AddPage(Body), parent = site.AddPage();
        site.Wiki.Write(wiki =>
        {
            wiki.AddLabel(wiki.FindUser("alice")!, page, "global", "kept");
            return 0;
        });
        await using ToolUser bob = await site.ConnectAsync();

        Reply reply = (await bob.CallAsync("confluence_copy_page", ("page_id", page.Id), ("parent_page_id", parent.Id), ("title", ToolSite.NewTitle()), ("copy_labels", true))).Succeeded();

        Assert.Equal("kept", Assert.Single(site.Wiki.Find(reply["id"]!)!.Labels).Name);
    }

    [Fact(Timeout = 10000)]
    public async Task On_Data_Center_what_cannot_go_along_is_refused_before_anything_is_written()
    {
        ToolSite site = await sites.OfAsync(Deployment.DataCenter);
        Content page = site.AddPage(Body), parent = site.AddPage();
        await using ToolUser bob = await site.ConnectAsync();

        Reply refused = await bob.CallAsync("confluence_copy_page", ("page_id", page.Id), ("parent_page_id", parent.Id), ("title", ToolSite.NewTitle()), ("copy_attachments", true));

        Assert.StartsWith("unsupported: Confluence Data Center does not offer copies with attachments", refused.Text, StringComparison.Ordinal);
        Assert.Empty(site.Wiki.Read(wiki => wiki.Children(parent).ToList()));
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task A_title_that_is_taken_is_told(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content page = site.AddPage(Body), parent = site.AddPage();
        await using ToolUser bob = await site.ConnectAsync();

        Assert.StartsWith("title_conflict: ", (await bob.CallAsync("confluence_copy_page", ("page_id", page.Id), ("parent_page_id", parent.Id), ("title", page.Title))).Text, StringComparison.Ordinal);
    }
}
