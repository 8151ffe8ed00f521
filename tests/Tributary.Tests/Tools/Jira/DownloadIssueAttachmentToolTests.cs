using System.Text;
using ModelContextProtocol.Protocol;
using Tributary.Atlassian;
using Tributary.Atlassian.Jira;
using Tributary.Tools;

namespace Tributary.Tests.Tools.Jira;

public sealed class DownloadIssueAttachmentToolTests
{
    // A picture of one pixel.
    private static readonly byte[] Dot = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public static TheoryData<Deployment> Both => TrackerSite.Both;

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task A_picture_comes_as_an_image_and_a_file_as_bytes_by_id_and_by_name(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue(), picture = site.AddFile(key, "Dot ä+1.png", "image/png", Dot);
        byte[] bytes = [.. Enumerable.Range(0, 3000).Select(number => (byte)number)];
        site.AddFile(key, "data.bin", "application/octet-stream", bytes);
        await using ToolUser bob = await site.ConnectAsync();

        CallToolResult byId = await CallAsync(bob, ("issue_key", key), ("attachment_id", picture));
        CallToolResult byName = await CallAsync(bob, ("issue_key", key), ("filename", "Dot ä+1.png"));
        CallToolResult file = await CallAsync(bob, ("issue_key", key), ("filename", "data.bin"), ("max_tokens", 1000));
        Reply tooLarge = await bob.CallAsync("jira_download_attachment", ("issue_key", key), ("filename", "data.bin"), ("max_tokens", 999));

        Assert.All([byId, byName], result => Assert.Equal(Dot, Assert.IsType<ImageContentBlock>(result.Content[1]).DecodedData.ToArray()));
        Assert.Equal(bytes, Assert.IsType<BlobResourceContents>(Assert.IsType<EmbeddedResourceBlock>(file.Content[1]).Resource).DecodedData.ToArray());
        Assert.StartsWith("too_large: Attachment ", tooLarge.Text, StringComparison.Ordinal);
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task A_text_comes_piece_by_piece(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue(), lines = string.Concat(Enumerable.Range(0, 200).Select(number => $"line {number:000}\n"));
        string id = site.AddFile(key, "log.txt", "text/plain", Encoding.UTF8.GetBytes(lines));
        await using ToolUser bob = await site.ConnectAsync();

        Reply first = (await bob.CallAsync("jira_download_attachment", ("issue_key", key), ("attachment_id", id), ("max_tokens", 100))).Succeeded();
        Reply second = (await bob.CallAsync("jira_download_attachment", ("issue_key", key), ("attachment_id", id), ("offset", first["next_offset"]))).Succeeded();

        Assert.Equal(lines, first["text"] + second["text"]);
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task A_file_is_read_from_its_own_issue_alone(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue(), other = site.AddIssue(), shut = site.Jira.AddIssue("Shut", Tributary.Emulator.World.Jira.Catalog.Incident, "bob", "SUP").Key;
        string elsewhere = site.AddFile(other, "b.txt", "text/plain", "secret"u8.ToArray()), outside = site.AddFile(shut, "c.txt", "text/plain", "secret"u8.ToArray());
        site.AddFile(key, "twice.txt", "text/plain", "1"u8.ToArray());
        string second = site.AddFile(key, "twice.txt", "text/plain", "2"u8.ToArray());
        await using ToolUser bob = await site.ConnectAsync(settings: new ToolSettings { Projects = [ProjectKey.Parse("ENG")] });

        Reply[] replies =
        [
            await bob.CallAsync("jira_download_attachment", ("issue_key", key), ("attachment_id", elsewhere)),
            await bob.CallAsync("jira_download_attachment", ("issue_key", key), ("attachment_id", outside)),
            await bob.CallAsync("jira_download_attachment", ("issue_key", shut), ("attachment_id", outside)),
            await bob.CallAsync("jira_download_attachment", ("issue_key", key), ("filename", "b.txt")),
            await bob.CallAsync("jira_download_attachment", ("issue_key", key)),
            await bob.CallAsync("jira_download_attachment", ("issue_key", key), ("filename", "twice.txt"), ("attachment_id", second)),
            await bob.CallAsync("jira_download_attachment", ("issue_key", key), ("filename", "twice.txt")),
        ];

        Assert.Equal(["resource_not_found", "resource_not_found", "not_allowed", "resource_not_found", "invalid_params", "invalid_params", "invalid_params"], replies.Select(reply => reply.Code));
        Assert.Contains($"several attachments of this name. There are ", replies[^1].Text, StringComparison.Ordinal);
        Assert.Contains($"{second} \"twice.txt\"", replies[^1].Text, StringComparison.Ordinal);
    }

    private static async Task<CallToolResult> CallAsync(ToolUser user, params (string Name, object? Value)[] arguments) => await user.Client.CallToolAsync(
        "jira_download_attachment", arguments.ToDictionary(argument => argument.Name, argument => argument.Value), cancellationToken: TestContext.Current.CancellationToken);
}
