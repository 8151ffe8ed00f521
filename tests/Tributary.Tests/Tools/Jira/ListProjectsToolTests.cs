using Tributary.Atlassian;
using Tributary.Atlassian.Jira;
using Tributary.Tools;

namespace Tributary.Tests.Tools.Jira;

public sealed class ListProjectsToolTests
{
    public static TheoryData<Deployment> Both => TrackerSite.Both;

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task Projects_are_those_that_the_user_sees_and_the_operator_opened(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        await using ToolUser bob = await site.ConnectAsync();
        await using ToolUser diana = await site.ConnectAsync("diana");
        await using ToolUser inside = await site.ConnectAsync(settings: new ToolSettings { Projects = [ProjectKey.Parse("ENG")] });

        Assert.Equal(["ENG", "SUP"], (await bob.CallAsync("jira_get_all_projects", ("include_archived", true))).Succeeded().Each("projects", "key").Order());
        Assert.Equal(["SUP"], (await bob.CallAsync("jira_list_projects", ("query", "supp"))).Succeeded().Each("projects", "key"));
        Assert.Equal(["ENG"], (await inside.CallAsync("jira_list_projects")).Succeeded().Each("projects", "key"));
        Reply first = (await bob.CallAsync("jira_list_projects", ("limit", 1))).Succeeded();
        Assert.Equal(("2", "1"), (first["total_available"], first["next_start_offset"]));
        Assert.Equal(["SUP"], (await bob.CallAsync("jira_list_projects", ("limit", 1), ("start", 1))).Succeeded().Each("projects", "key"));
        Assert.Empty((await diana.CallAsync("jira_list_projects")).Succeeded().Each("projects", "key"));
    }
}
