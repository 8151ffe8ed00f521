using Tributary.Atlassian;

namespace Tributary.Tests.Tools.Jira.Projects;

public sealed class ListVersionsToolTests
{
    public static TheoryData<Deployment> Both => TrackerSite.Both;

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task Versions_come_latest_first_and_by_status(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartDemoAsync(deployment);
        await using ToolUser bob = await site.ConnectAsync();
        await using ToolUser inside = await site.ConnectAsync(settings: TrackerSite.Only("SUP"));

        Reply all = (await bob.CallAsync("jira_list_versions", ("project_key", "ENG"))).Succeeded();
        Reply released = (await bob.CallAsync("jira_list_versions", ("project_key", "ENG"), ("status", "released"), ("query", "5.1"))).Succeeded();

        Assert.Equal(["6.0", "5.3", "5.2", "5.1", "5.0"], all.Each("versions", "name"));
        Assert.Equal(["released"], released.Each("versions", "status"));
        Assert.Contains(": 5.1 (released, from 2026-02-09, release 2026-05-12): Bicycles, tides in the timetable, and quieter alerts", released.Text, StringComparison.Ordinal);
        Assert.Equal("resource_not_found", (await bob.CallAsync("jira_list_versions", ("project_key", "NONE"))).Code);
        Assert.Equal("not_allowed", (await inside.CallAsync("jira_list_versions", ("project_key", "ENG"))).Code);
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task The_version_after_the_fiftieth_is_reached_by_start(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        site.Jira.Wiki.Write(wiki => Enumerable.Range(3, 50).Select(number => wiki.Jira.AddVersion(wiki.Jira.FindProject("ENG")!, $"{number}.0")).Count());
        await using ToolUser bob = await site.ConnectAsync();

        Reply first = (await bob.CallAsync("jira_get_project_versions", ("project_key", "ENG"), ("limit", 50))).Succeeded();
        Reply second = (await bob.CallAsync("jira_list_versions", ("project_key", "ENG"), ("start", first["next_start_offset"]))).Succeeded();

        Assert.Equal(("52", "50"), (first["total_available"], first["next_start_offset"]));
        Assert.Equal(["2.0", "1.0"], second.Each("versions", "name"));
        Assert.Null(second["next_start_offset"]);
    }
}
