using System.Text;
using Tributary.Atlassian;
using Tributary.Atlassian.Jira;
using Tributary.Emulator.World.Jira;
using Tributary.Tools;

namespace Tributary.Tests.Tools.Jira;

public sealed class AddIssueAttachmentToolTests
{
    private static readonly string Hello = Convert.ToBase64String("hello"u8);

    public static TheoryData<Deployment> Both => TrackerSite.Both;

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task A_file_is_attached_from_its_bytes_or_from_an_open_folder(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue();
        DirectoryInfo folder = Directory.CreateTempSubdirectory("tributary-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "chart.svg"), "<svg/>", TestContext.Current.CancellationToken);
        await using ToolUser bob = await site.ConnectAsync(settings: new ToolSettings { AttachmentRoots = [folder.FullName] });

        Reply bytes = (await bob.CallAsync("jira_add_attachment", ("issue_key", key), ("content_base64", Hello), ("filename", "../nötes \"1\".txt"))).Succeeded();
        Reply path = (await bob.CallAsync("jira_add_attachment", ("issue_key", key), ("file_path", "chart.svg"))).Succeeded();
        Reply outside = await bob.CallAsync("jira_add_attachment", ("issue_key", key), ("file_path", "/etc/hostname"));
        folder.Delete(recursive: true);

        IssueFile[] files = site.Jira.Wiki.Read(wiki => wiki.Jira.FindIssue(key)!.Files.ToArray());
        Assert.Equal(["nötes _1_.txt", "chart.svg"], files.Select(file => file.Name));
        Assert.Equal(["hello", "<svg/>"], files.Select(file => Encoding.UTF8.GetString(file.Data)));
        Assert.Equal((files[0].Id.ToString(System.Globalization.CultureInfo.InvariantCulture), "text/plain", "5"), (bytes["id"], bytes["media_type"], bytes["file_size"]));
        Assert.Equal($"Attached \"nötes _1_.txt\" (5 bytes) to {key}.", bytes["message"]);
        Assert.Equal("image/svg+xml", path["media_type"]);
        Assert.Equal("not_allowed", outside.Code);
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task What_is_no_file_or_not_open_is_answered_before_anything_is_sent(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue();
        await using ToolUser bob = await site.ConnectAsync(settings: new ToolSettings { MaxAttachmentBytes = 4 });
        await using ToolUser inside = await site.ConnectAsync(settings: new ToolSettings { Projects = [ProjectKey.Parse("SUP")] });
        await using ToolUser careful = await site.ConnectAsync(settings: new ToolSettings { ReadOnly = true });

        Reply[] replies =
        [
            await bob.CallAsync("jira_add_attachment", ("issue_key", key)),
            await bob.CallAsync("jira_add_attachment", ("issue_key", key), ("content_base64", Hello)),
            await bob.CallAsync("jira_add_attachment", ("issue_key", key), ("content_base64", "%"), ("filename", "a.txt")),
            await bob.CallAsync("jira_add_attachment", ("issue_key", key), ("content_base64", Hello), ("filename", "a.txt")),
            await bob.CallAsync("jira_add_attachment", ("issue_key", key), ("content_base64", "aGk="), ("filename", "a.txt"), ("content_type", "text\nplain")),
            await bob.CallAsync("jira_add_attachment", ("issue_key", key), ("file_path", "/etc/hostname")),
            await inside.CallAsync("jira_add_attachment", ("issue_key", key), ("content_base64", Hello), ("filename", "a.txt")),
            await careful.CallAsync("jira_add_attachment", ("issue_key", key), ("content_base64", Hello), ("filename", "a.txt")),
        ];

        Assert.Equal(["invalid_params", "invalid_params", "invalid_params", "too_large", "invalid_params", "not_allowed", "not_allowed", "read_only"], replies.Select(reply => reply.Code));
        Assert.Empty(site.Writes());
    }
}
