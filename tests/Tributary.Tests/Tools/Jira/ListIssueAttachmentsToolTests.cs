using Tributary.Atlassian;
using Tributary.Atlassian.Jira;
using Tributary.Tools;

namespace Tributary.Tests.Tools.Jira;

public sealed class ListIssueAttachmentsToolTests
{
    public static TheoryData<Deployment> Both => TrackerSite.Both;

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task The_files_of_an_issue_are_listed_to_the_last_one(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue();
        string[] ids = [.. Enumerable.Range(0, 52).Select(i => site.AddFile(key, $"log {i}.txt", "text/plain", "hi"u8.ToArray()))];
        await using ToolUser bob = await site.ConnectAsync();

        Reply first = (await bob.CallAsync("jira_list_attachments", ("issue_key", key), ("limit", 50))).Succeeded();
        Reply second = (await bob.CallAsync("jira_list_attachments", ("issue_key", key), ("start", first["next_start_offset"]))).Succeeded();
        Reply named = (await bob.CallAsync("jira_download_attachments", ("issue_key", key), ("filename", "log 7.txt"))).Succeeded();

        Assert.Equal(ids.Order(), first.Each("attachments", "id").Concat(second.Each("attachments", "id")).Order());
        Assert.Equal(("52", null), (first["total_available"], second["next_start_offset"]));
        Assert.Equal([ids[7]], named.Each("attachments", "id"));
        Assert.Contains($"- {ids[7]}: log 7.txt (text/plain, 2 bytes, ", named.Text, StringComparison.Ordinal);
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task What_is_not_there_or_not_open_says_so(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue();
        await using ToolUser bob = await site.ConnectAsync();
        await using ToolUser inside = await site.ConnectAsync(settings: new ToolSettings { Projects = [ProjectKey.Parse("SUP")] });

        Reply none = (await bob.CallAsync("jira_list_attachments", ("issue_key", key))).Succeeded();
        Reply absent = await bob.CallAsync("jira_list_attachments", ("issue_key", "ENG-999"));
        Reply outside = await inside.CallAsync("jira_list_attachments", ("issue_key", key));

        Assert.Equal("0 attachments", none.Text);
        Assert.Equal(("resource_not_found", "not_allowed"), (absent.Code, outside.Code));
    }
}
