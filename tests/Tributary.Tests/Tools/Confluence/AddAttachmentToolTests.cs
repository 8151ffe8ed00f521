using System.Text;
using Tributary.Atlassian;
using Tributary.Atlassian.Confluence;
using Tributary.Emulator.World;
using Tributary.Tools;

namespace Tributary.Tests.Tools.Confluence;

public sealed class AddAttachmentToolTests(ToolSites sites)
{
    private static readonly string Hello = Convert.ToBase64String("hello"u8);

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud, "confluence_add_attachment")]
    [InlineData(Deployment.DataCenter, "add_confluence_page_attachment")]
    public async Task A_file_is_attached_from_its_bytes(Deployment deployment, string name)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content page = site.AddPage();
        await using ToolUser bob = await site.ConnectAsync();

        Reply reply = (await bob.CallAsync(name, ("page_id", page.Id), ("content_base64", Hello), ("filename", "../notes.txt"), ("comment", "why"))).Succeeded();

        Attachment attached = Assert.Single(site.Wiki.AttachmentsOf(site.Wiki.Find(page.Id)!));
        Assert.Equal(("notes.txt", "text/plain", "5", attached.Id), (reply["title"], reply["media_type"], reply["file_size"], reply["id"]));
        Assert.Equal($"Attached \"notes.txt\" (5 bytes, version 1) to page {page.Id}.", reply["message"]);
        Assert.Equal($"{reply["message"]}\n{attached.Id}: text/plain {reply["download_link"]}", reply.Text);
        Assert.Equal(("hello", "why"), (Encoding.UTF8.GetString(attached.File.Data), attached.Latest.Message));
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task A_file_of_this_machine_is_attached_from_an_open_folder(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content page = site.AddPage();
        DirectoryInfo folder = Directory.CreateTempSubdirectory("tributary-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "chart.svg"), "<svg/>", TestContext.Current.CancellationToken);
        await using ToolUser bob = await site.ConnectAsync(settings: new ToolSettings { AttachmentRoots = [folder.FullName] });

        Reply reply = (await bob.CallAsync("confluence_add_attachment", ("page_id", page.Id), ("file_path", "chart.svg"))).Succeeded();
        Reply outside = await bob.CallAsync("confluence_add_attachment", ("page_id", page.Id), ("file_path", "/etc/hostname"));
        folder.Delete(recursive: true);

        Assert.Equal(("chart.svg", "image/svg+xml", "6"), (reply["title"], reply["media_type"], reply["file_size"]));
        Assert.Equal(
            $"not_allowed: `/etc/hostname` is not a file inside the folders whose files may be attached ({folder.FullName}).\nOperation: confluence_add_attachment\nNext step: Send the file as content_base64 with filename.",
            outside.Text);
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task A_new_file_of_the_same_name_is_its_next_version_or_refused_and_never_lost(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content page = site.AddPage();
        await using ToolUser bob = await site.ConnectAsync();
        (await bob.CallAsync("confluence_add_attachment", ("page_id", page.Id), ("content_base64", Hello), ("filename", "a.txt"))).Succeeded();

        Reply again = await bob.CallAsync("confluence_add_attachment", ("page_id", page.Id), ("content_base64", Hello), ("filename", "a.txt"));

        Attachment attached = Assert.Single(site.Wiki.AttachmentsOf(site.Wiki.Find(page.Id)!));
        Assert.Equal(again.IsError ? 1 : 2, attached.Latest.Number);
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task What_is_no_file_is_refused(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content page = site.AddPage();
        await using ToolUser bob = await site.ConnectAsync(settings: new ToolSettings { MaxAttachmentBytes = 4 });
        Task<Reply> Add(params (string, object?)[] arguments) => bob.CallAsync("confluence_add_attachment", [("page_id", page.Id), .. arguments]);

        const string Operation = "\nOperation: confluence_add_attachment\nNext step: ";
        Assert.Equal($"invalid_params: There is no file: `content_base64` is missing.{Operation}Give content_base64 and filename.", (await Add()).Text);
        Assert.Equal($"invalid_params: `filename` is missing.{Operation}Give content_base64 and filename.", (await Add(("content_base64", Hello))).Text);
        Assert.Equal($"invalid_params: `file_path` and `content_base64` exclude each other.{Operation}Give one of them.", (await Add(("content_base64", Hello), ("file_path", "a"))).Text);
        Assert.Equal($"not_allowed: This server reads no files by path.{Operation}Send the file as content_base64 with filename.", (await Add(("file_path", "/etc/passwd"))).Text);
        Assert.Equal(
            $"invalid_params: `content_base64` is not base64.{Operation}Encode the bytes with the standard alphabet and padding, without a data: prefix.",
            (await Add(("content_base64", "data:text/plain;base64,aGk="), ("filename", "a.txt"))).Text);
        Assert.Equal($"too_large: The file has 5 bytes; at most 4 can be attached.{Operation}Attach a smaller file.", (await Add(("content_base64", Hello), ("filename", "a.txt"))).Text);
        Assert.Equal(
            $"invalid_params: `content_type` \"nonsense\" is no media type.{Operation}Give one such as image/png, or leave it out.",
            (await Add(("content_base64", Hello), ("filename", "a.txt"), ("content_type", "nonsense"))).Text);
        Assert.Empty(site.Wiki.AttachmentsOf(site.Wiki.Find(page.Id)!));
    }

    [Theory(Timeout = 10000)]
    [InlineData(Deployment.Cloud)]
    [InlineData(Deployment.DataCenter)]
    public async Task Nothing_is_attached_outside_the_open_spaces(Deployment deployment)
    {
        ToolSite site = await sites.OfAsync(deployment);
        Content page = site.AddPage(space: "SHUT");
        await using ToolUser bob = await site.ConnectAsync(settings: new ToolSettings { Spaces = [SpaceKey.Parse("OPEN")] });

        Reply reply = await bob.CallAsync("confluence_add_attachment", ("page_id", page.Id), ("content_base64", Hello), ("filename", "a.txt"));

        Assert.StartsWith($"not_allowed: Page {page.Id} is outside the spaces this server may use.", reply.Text, StringComparison.Ordinal);
        Assert.Empty(site.Wiki.AttachmentsOf(site.Wiki.Find(page.Id)!));
    }
}
