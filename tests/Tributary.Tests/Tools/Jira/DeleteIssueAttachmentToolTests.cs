using Tributary.Atlassian;
using Tributary.Atlassian.Jira;
using Tributary.Tools;

namespace Tributary.Tests.Tools.Jira;

public sealed class DeleteIssueAttachmentToolTests
{
    public static TheoryData<Deployment> Both => TrackerSite.Both;

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task A_file_is_deleted_from_its_own_issue_and_only_where_the_operator_allows_it(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue(), other = site.AddIssue(), id = site.AddFile(key, "a.txt", "text/plain", "hi"u8.ToArray());
        var settings = new ToolSettings { AllowPermanentDelete = true };
        await using ToolUser careful = await site.ConnectAsync();
        await using ToolUser bob = await site.ConnectAsync(settings: settings);
        await using ToolUser inside = await site.ConnectAsync(settings: settings with { Projects = [ProjectKey.Parse("SUP")] });

        Reply[] refused =
        [
            await careful.CallAsync("jira_delete_attachment", ("issue_key", key), ("attachment_id", id)),
            await inside.CallAsync("jira_delete_attachment", ("issue_key", key), ("attachment_id", id)),
            await bob.CallAsync("jira_delete_attachment", ("issue_key", other), ("attachment_id", id)),
            await bob.CallAsync("jira_delete_attachment", ("issue_key", key), ("attachment_id", "..")),
        ];
        string[] sent = site.Writes();
        Reply deleted = (await bob.CallAsync("jira_delete_attachment", ("issue_key", key), ("attachment_id", id))).Succeeded();

        Assert.Equal(["not_allowed", "not_allowed", "resource_not_found", "invalid_params"], refused.Select(reply => reply.Code));
        Assert.Empty(sent);
        Assert.Equal($"Attachment {id} \"a.txt\" (2 bytes) of {key} is deleted for good.", deleted["message"]);
        Assert.Empty(site.Jira.Wiki.Read(wiki => wiki.Jira.FindIssue(key)!.Files));
    }
}
