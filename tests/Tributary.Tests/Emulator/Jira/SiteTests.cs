using System.Text.Json.Nodes;
using Tributary.Emulator;
using Tributary.Emulator.World.Jira;

namespace Tributary.Tests.Emulator.Jira;

/// <summary>What clients ask beside issues: settings, roles, pickers, feeds.</summary>
public sealed class SiteTests
{
    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task Settings_tell_what_is_switched_on(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);

        Reply reply = await site.GetAsync("/configuration");

        Assert.Equal((200, true, 8), (reply.Status, (bool)reply.Json["timeTrackingEnabled"]!, (int)reply.Json["timeTrackingConfiguration"]!["workingHoursPerDay"]!));
        Assert.Equal(site.IsCloud ? 200 : 404, (await site.GetAsync("/configuration/timetracking")).Status);
    }

    [Fact(Timeout = 10000)]
    public async Task Data_center_tells_a_session_who_it_is()
    {
        await using JiraSite site = await JiraSite.StartAsync(Api.DataCenter);

        Reply reply = await site.GetAsync(site.Origin + "/rest/auth/1/session");

        Assert.Equal((200, "bob"), (reply.Status, (string)reply.Json["name"]!));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task Roles_of_a_project_tell_who_is_in_them(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);

        Reply roles = await site.GetAsync("/project/ENG/role"), developers = await site.GetAsync((string)roles.Json["Developers"]!), unknown = await site.GetAsync("/project/ENG/role/1");

        Assert.Equal(["Administrators", "Developers"], roles.Json.AsObject().Select(role => role.Key));
        Assert.Equal(["Bob"], developers.Json["actors"].Each("displayName"));
        Assert.Equal(404, unknown.Status);
        Assert.Contains("service_desk", (await site.GetAsync("/project/type")).Json.Each("key"));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task Pickers_offer_people_groups_and_issues(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        site.AddIssue("Fix the pump");

        Reply people = await site.GetAsync("/user/picker?query=ali"), both = await site.GetAsync("/groupuserpicker?query=confluence"), issues = await site.GetAsync("/issue/picker?query=pump"), hidden = await site.GetAsync("/issue/picker?query=pump", "diana");

        Assert.Equal(["<strong>Ali</strong>ce"], people.Json["users"].Each("html"));
        Assert.Equal(3, both.Json["groups"]!["groups"]!.AsArray().Count);
        Assert.Equal(["ENG-1"], issues.Json["sections"]![0]!["issues"].Each("key"));
        Assert.Empty(hidden.Json["sections"]![0]!["issues"]!.AsArray());
        Assert.Equal(400, (await site.GetAsync("/user/picker")).Status);
    }

    [Fact(Timeout = 10000)]
    public async Task Cloud_tells_in_which_projects_and_on_which_issues_somebody_may_do_something()
    {
        await using JiraSite site = await JiraSite.StartAsync();
        Issue issue = site.AddIssue();
        var asked = new JsonObject
        {
            ["globalPermissions"] = new JsonArray("ADMINISTER"),
            ["projectPermissions"] = new JsonArray(new JsonObject { ["permissions"] = new JsonArray("EDIT_ISSUES"), ["projects"] = new JsonArray(10000, 4711), ["issues"] = new JsonArray(issue.Id) }),
        };

        Reply editor = await site.PostAsync("/permissions/check", asked.DeepClone()), reader = await site.PostAsync("/permissions/check", asked.DeepClone(), "charlie"), administrator = await site.PostAsync("/permissions/check", asked, "alice");

        Assert.Equal($$"""{"projectPermissions":[{"permission":"EDIT_ISSUES","issues":[{{issue.Id}}],"projects":[10000]}],"globalPermissions":[]}""", editor.Text);
        Assert.Equal("""{"projectPermissions":[{"permission":"EDIT_ISSUES","issues":[],"projects":[]}],"globalPermissions":[]}""", reader.Text);
        Assert.Equal(["ADMINISTER"], administrator.Json["globalPermissions"]!.AsArray().Select(key => (string)key!));
        Assert.Equal(403, (await site.GetAsync("/permissions")).Status);
        Assert.Contains("BROWSE_PROJECTS", (await site.GetAsync("/permissions", "alice")).Json["permissions"]!.AsObject().Select(permission => permission.Key));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task Work_that_changed_and_work_that_went_is_told_by_id(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        site.AddIssue();
        Reply kept = await site.PostAsync("/issue/ENG-1/worklog", new JsonObject { ["timeSpent"] = "1h" }), gone = await site.PostAsync("/issue/ENG-1/worklog", new JsonObject { ["timeSpent"] = "2h" });
        await site.DeleteAsync($"/issue/ENG-1/worklog/{gone.Json["id"]}");

        Reply updated = await site.GetAsync("/worklog/updated"), deleted = await site.GetAsync("/worklog/deleted?since=0"), later = await site.GetAsync("/worklog/updated?since=99999999999999");
        Reply list = await site.PostAsync("/worklog/list", new JsonObject { ["ids"] = new JsonArray(long.Parse((string)kept.Json["id"]!, null)) });

        Assert.Equal([(string)kept.Json["id"]!], updated.Json["values"].Each("worklogId"));
        Assert.Equal([(string)gone.Json["id"]!], deleted.Json["values"].Each("worklogId"));
        Assert.Empty(later.Json["values"]!.AsArray());
        Assert.Equal(["1h"], list.Json.Each("timeSpent"));
    }

    [Fact(Timeout = 10000)]
    public async Task Issues_of_versions_and_components_are_counted_and_watched_ones_told_in_bulk()
    {
        await using JiraSite site = await JiraSite.StartAsync();
        string version = site.Project.Versions[0].Id, component = site.Project.Components[0].Id;
        Issue issue = site.AddIssue("Fix the pump", Catalog.Task, "bob", "ENG", new() { ["fixVersions"] = new JsonArray(version), ["components"] = new JsonArray(component) });

        Assert.Equal(1, (int)(await site.GetAsync($"/version/{version}/relatedIssueCounts")).Json["issuesFixedCount"]!);
        Assert.Equal(1, (int)(await site.GetAsync($"/version/{version}/unresolvedIssueCount")).Json["issuesUnresolvedCount"]!);
        Assert.Equal(1, (int)(await site.GetAsync($"/component/{component}/relatedIssueCounts")).Json["issueCount"]!);
        Reply watched = await site.PostAsync("/issue/watching", new JsonObject { ["issueIds"] = new JsonArray($"{issue.Id}", "4711") });
        Assert.Equal((true, false), ((bool)watched.Json["issuesIsWatching"]![$"{issue.Id}"]!, (bool)watched.Json["issuesIsWatching"]!["4711"]!));
        Assert.Equal(["In Progress", "In Review"], (await site.GetAsync("/statuses/search?statusCategory=IN_PROGRESS&searchString=in%20")).Json["values"].Each("name"));
    }

    [Fact(Timeout = 10000)]
    public async Task What_jira_holds_is_in_the_data_file()
    {
        string file = Path.Combine(Path.GetTempPath(), $"{nameof(What_jira_holds_is_in_the_data_file)}.json");
        File.Delete(file);
        try
        {
            await using (JiraSite site = await JiraSite.StartAsync(Api.CloudV3, file))
            {
                JsonObject fields = JiraSite.Fields();
                fields["description"] = JiraSite.Document("It leaks.");
                fields["timetracking"] = new JsonObject { ["originalEstimate"] = "1h" };
                fields[Catalog.StoryPoints] = 2.5;
                fields["labels"] = new JsonArray("wet");
                await site.CreateAsync(fields);
                await site.PutAsync("/issue/ENG-1", new JsonObject { ["fields"] = new JsonObject { ["summary"] = "Fix it" } });
                await site.SendAsync(HttpMethod.Post, "/issue/ENG-1/attachments", "bob", JiraSite.Form("a.txt", "drip"));
                await site.PostAsync("/issue/ENG-1/remotelink", new JsonObject { ["object"] = new JsonObject { ["url"] = "https://a.example/", ["title"] = "A" } });
            }

            await using EmulatorServer again = await EmulatorServer.StartInProcessAsync(new EmulatorOptions { DataFile = file }, TestContext.Current.CancellationToken);
            Issue issue = Assert.Single(again.Wiki.Jira.Issues);
            Assert.Equal(("ENG-1", "Fix it", 2.5, 3600.0), (issue.Key, issue.Summary, issue.Number(Catalog.StoryPoints), issue.Number("timeoriginalestimate")));
            Assert.Equal(["wet"], issue.Texts("labels"));
            Assert.Equal("drip"u8.ToArray(), Assert.Single(issue.Files).Data);
            Assert.Equal((2, 1), (issue.History.Count, issue.RemoteLinks.Count));
            Assert.Equal(issue, again.Wiki.Jira.FindIssue("eng-1"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact(Timeout = 10000)]
    public async Task A_data_file_from_before_jira_has_an_empty_one()
    {
        string file = Path.Combine(Path.GetTempPath(), $"{nameof(A_data_file_from_before_jira_has_an_empty_one)}.json");
        File.Delete(file);
        try
        {
            await using (await EmulatorServer.StartInProcessAsync(new EmulatorOptions { Seed = "empty", DataFile = file }, TestContext.Current.CancellationToken))
            {
            }

            JsonObject saved = JsonNode.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))!.AsObject();
            saved.Remove("jira");
            await File.WriteAllTextAsync(file, saved.ToJsonString(), TestContext.Current.CancellationToken);

            await using EmulatorServer again = await EmulatorServer.StartInProcessAsync(new EmulatorOptions { DataFile = file }, TestContext.Current.CancellationToken);
            Assert.Empty(again.Wiki.Jira.Issues);
            Assert.Empty(again.Wiki.Jira.DeletedWorklogs);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
