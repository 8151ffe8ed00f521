using System.Text.Json;
using Tributary.Atlassian;
using Tributary.Atlassian.Confluence;
using Tributary.Emulator.World;
using Tributary.Tools;

namespace Tributary.Tests.Tools.Confluence;

public sealed class ListAttachmentsToolTests(ToolSites sites)
{
    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud, "confluence_list_attachments")]
    [InlineData(Deployment.DataCenter, "get_confluence_page_attachments")]
    public async Task The_files_of_a_page_are_listed(Deployment deployment, string name)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content page = site.AddPage();
        Attachment png = Attach(site, page, "a.png", "image/png", 3), txt = Attach(site, page, "b.txt", "text/plain", 5);
        await using ToolUser bob = await site.ConnectAsync();

        Reply reply = (await bob.CallAsync(name, ("page_id", page.Id))).Succeeded();

        Assert.Equal(new[] { png.Id, txt.Id }.Order(), reply.Each("attachments", "id").Order());
        JsonElement first = reply.Structured.GetProperty("attachments").EnumerateArray().Single(item => item.GetProperty("id").GetString() == png.Id);
        Assert.Equal(("a.png", "image/png", 3), (first.GetProperty("title").GetString(), first.GetProperty("media_type").GetString(), first.GetProperty("file_size").GetInt32()));
        Assert.StartsWith(site.BaseUrl, first.GetProperty("download_link").GetString(), StringComparison.Ordinal);
        Assert.Contains($"\n- {png.Id}: a.png (image/png, 3 bytes, ", reply.Text, StringComparison.Ordinal);
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task A_name_or_a_type_narrows_the_list_and_it_goes_on(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content page = site.AddPage();
        Attach(site, page, "a.png", "image/png", 3);
        Attach(site, page, "b.txt", "text/plain", 5);
        Attach(site, page, "c.txt", "text/plain", 5);
        await using ToolUser bob = await site.ConnectAsync();

        Reply byName = (await bob.CallAsync("confluence_list_attachments", ("page_id", page.Id), ("filename", "b.txt"))).Succeeded();
        Reply byType = (await bob.CallAsync("confluence_list_attachments", ("page_id", page.Id), ("media_type", "image/png"))).Succeeded();
        Reply first = (await bob.CallAsync("confluence_list_attachments", ("page_id", page.Id), ("limit", 2))).Succeeded();
        Reply second = (await bob.CallAsync("confluence_list_attachments", ("page_id", page.Id), ("limit", 2), ("start", first["next_start_offset"]))).Succeeded();

        Assert.Equal(["b.txt"], byName.Each("attachments", "title"));
        Assert.Equal(["a.png"], byType.Each("attachments", "title"));
        Assert.Equal(["a.png", "b.txt", "c.txt"], first.Each("attachments", "title").Concat(second.Each("attachments", "title")).Order());
        Assert.Null(second["next_start_offset"]);
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task Files_of_a_page_outside_the_open_spaces_are_not_shown(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content page = site.AddPage(space: "SHUT");
        await using ToolUser bob = await site.ConnectAsync(settings: new ToolSettings { Spaces = [SpaceKey.Parse("OPEN")] });

        Reply reply = await bob.CallAsync("confluence_list_attachments", ("page_id", page.Id));

        Assert.StartsWith($"not_allowed: Page {page.Id} is outside the spaces this server may use.", reply.Text, StringComparison.Ordinal);
    }

    private static Attachment Attach(ToolSite site, Content page, string name, string type, int bytes) => site.Wiki.Write(wiki =>
        wiki.AddAttachment(wiki.FindUser("bob")!, page, name, new FileVersion(type, new byte[bytes]), "", minor: false));
}
