using Tributary.Atlassian;
using Tributary.Atlassian.Confluence;
using Tributary.Emulator.World;
using Tributary.Tools;

namespace Tributary.Tests.Tools.Confluence;

public sealed class DeleteAttachmentToolTests(ToolSites sites)
{
    private static readonly ToolSettings Permanent = new() { AllowPermanentDelete = true, Spaces = [SpaceKey.Parse("OPEN")] };

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task A_file_of_a_page_is_deleted(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        (Content page, Attachment file) = Attach(site);
        await using ToolUser bob = await site.ConnectAsync(settings: Permanent);

        Reply reply = (await bob.CallAsync("confluence_delete_attachment", ("page_id", page.Id), ("attachment_id", file.Id))).Succeeded();

        Assert.StartsWith($"Attachment {file.Id} \"a.txt\" (2 bytes) of page {page.Id} is deleted.", reply.Text, StringComparison.Ordinal);
        Assert.Equal(ContentStatus.Trashed, site.Wiki.Find(file.Id)!.Status);
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task A_file_of_another_page_or_without_leave_stays(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        (Content page, Attachment file) = Attach(site);
        (Content shut, Attachment outside) = Attach(site, "SHUT");
        await using ToolUser bob = await site.ConnectAsync(settings: Permanent), careful = await site.ConnectAsync(), charlie = await site.ConnectAsync("charlie", Permanent);

        Reply[] replies =
        [
            await careful.CallAsync("confluence_delete_attachment", ("page_id", page.Id), ("attachment_id", file.Id)),
            await bob.CallAsync("confluence_delete_attachment", ("page_id", page.Id), ("attachment_id", outside.Id)),
            await bob.CallAsync("confluence_delete_attachment", ("page_id", shut.Id), ("attachment_id", outside.Id)),
            await bob.CallAsync("confluence_delete_attachment", ("page_id", page.Id), ("attachment_id", page.Id)),
            await charlie.CallAsync("confluence_delete_attachment", ("page_id", page.Id), ("attachment_id", file.Id)),
        ];

        Assert.Equal(["not_allowed", "resource_not_found", "not_allowed", "resource_not_found", "permission_denied"], replies.Select(reply => reply.Code));
        Assert.All([file, outside], one => Assert.Equal(ContentStatus.Current, site.Wiki.Find(one.Id)!.Status));
    }

    private static (Content Page, Attachment File) Attach(ToolSite site, string space = "OPEN")
    {
        Content page = site.AddPage(space: space);
        return (page, site.Wiki.Write(wiki => wiki.AddAttachment(wiki.FindUser("alice")!, page, "a.txt", new FileVersion("text/plain", "hi"u8.ToArray()), "", minor: false)));
    }
}
