using System.Text.Json.Nodes;
using Tributary.Emulator.World.Jira;

namespace Tributary.Tests.Emulator.Jira.Agile;

/// <summary>On the demo's board: sprints 1 and 2 are closed, 3 is active, 4 is planned.</summary>
public sealed class AgileTests
{
    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task Boards_are_listed_read_and_told_in_detail(Api api)
    {
        await using JiraSite site = await JiraSite.StartDemoAsync(api);

        Reply list = await site.GetAsync(At(site, "/board?type=scrum&projectKeyOrId=ENG"));
        Reply board = await site.GetAsync(At(site, "/board/1"));
        Reply configuration = await site.GetAsync(At(site, "/board/1/configuration"));
        Reply none = await site.GetAsync(At(site, "/board/99"));

        Assert.Equal(["Gangway board"], list.Json["values"].Each("name"));
        Assert.Equal((1, true), ((int)list.Json["total"]!, (bool)list.Json["isLast"]!));
        Assert.Equal("scrum", (string)board.Json["type"]!);
        Assert.Equal(site.IsCloud, board.Json["location"] is not null);
        Assert.Contains("In Review", configuration.Json["columnConfig"]!["columns"].Each("name"));
        Assert.Equal((404, "Requested board cannot be viewed because it either does not exist or you do not have permission to view it."), (none.Status, none.Message()));
        Assert.Empty((await site.GetAsync(At(site, "/board?type=kanban"))).Json["values"]!.AsArray());
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task Sprints_of_a_board_are_listed_by_state(Api api)
    {
        await using JiraSite site = await JiraSite.StartDemoAsync(api);

        Assert.Equal(["Sprint 40", "Sprint 41", "Sprint 42", "Sprint 43"], (await site.GetAsync(At(site, "/board/1/sprint"))).Json["values"].Each("name"));
        Assert.Equal(["Sprint 42", "Sprint 43"], (await site.GetAsync(At(site, "/board/1/sprint?state=active,future"))).Json["values"].Each("name"));
        Assert.Equal(400, (await site.GetAsync(At(site, "/board/1/sprint?state=lost"))).Status);
        Reply closed = await site.GetAsync(At(site, "/sprint/2"));
        Assert.Equal(("closed", "2026-10-09T13:00:00.000Z", "Know where a quote spends its time"), ((string)closed.Json["state"]!, (string)closed.Json["completeDate"]!, (string)closed.Json["goal"]!));
        Assert.Equal((404, "Sprint does not exist"), Refusal(await site.GetAsync(At(site, "/sprint/99"))));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task A_sprint_is_planned_started_closed_and_deleted(Api api)
    {
        await using JiraSite site = await JiraSite.StartDemoAsync(api);

        Reply made = await site.PostAsync(At(site, "/sprint"), new JsonObject { ["name"] = "Sprint 44", ["originBoardId"] = 1 });
        string sprint = At(site, $"/sprint/{made.Json["id"]}");
        Reply early = await site.PostAsync(sprint, new JsonObject { ["state"] = "active", ["goal"] = "lost" });
        Reply started = await site.PostAsync(sprint, new JsonObject { ["state"] = "active", ["startDate"] = "2027-01-04T08:00:00.000+0000", ["endDate"] = "2027-01-15T08:00:00.000+0000" });
        Reply closed = await site.PostAsync(sprint, new JsonObject { ["state"] = "closed" });
        Reply again = await site.PostAsync(sprint, new JsonObject { ["state"] = "active" });
        Reply whole = await site.PutAsync(sprint, new JsonObject { ["name"] = "Sprint 44b" });
        Reply deleted = await site.DeleteAsync(sprint);

        Assert.Equal((201, "future"), (made.Status, (string)made.Json["state"]!));
        Assert.Equal((400, "A sprint must have a start date and an end date to be started."), Refusal(early));
        Assert.Equal(("active", "2027-01-04T08:00:00.000Z"), ((string)started.Json["state"]!, (string)started.Json["startDate"]!));
        Assert.NotEqual("lost", (string?)started.Json["goal"]);
        Assert.NotNull(closed.Json["completeDate"]);
        Assert.Equal((400, "A sprint that is closed cannot become active."), Refusal(again));
        Assert.Equal("The sprint state is required.", whole.Error("state"));
        Assert.Equal((204, 404), (deleted.Status, (await site.GetAsync(sprint)).Status));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task An_emptied_sprint_field_keeps_the_sprints_that_are_over(Api api)
    {
        await using JiraSite site = await JiraSite.StartDemoAsync(api);
        string key = site.Wiki.Read(wiki => wiki.Jira.Issues.First(issue => issue.Texts(Catalog.Sprint).Contains("2")).Key);
        await site.PutAsync($"/issue/{key}", new JsonObject { ["fields"] = new JsonObject { [Catalog.Sprint] = 4 } });
        string[] before = site.Wiki.Read(wiki => wiki.Jira.FindIssue(key)!.Texts(Catalog.Sprint).ToArray());

        Reply emptied = await site.PutAsync($"/issue/{key}", new JsonObject { ["fields"] = new JsonObject { [Catalog.Sprint] = null } });

        Assert.Contains("4", before);
        Assert.Equal(204, emptied.Status);
        Assert.Equal(before.Where(id => id != "4"), site.Wiki.Read(wiki => wiki.Jira.FindIssue(key)!.Texts(Catalog.Sprint).ToArray()));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task What_a_sprint_may_not_be_called_or_last_is_told_and_readers_plan_none(Api api)
    {
        await using JiraSite site = await JiraSite.StartDemoAsync(api);

        Assert.Equal("The sprint name must be shorter than 30 characters.", (await site.PostAsync(At(site, "/sprint"), new JsonObject { ["name"] = new string('x', 31), ["originBoardId"] = 1 })).Error("name"));
        Assert.Equal("The sprint name is required.", (await site.PostAsync(At(site, "/sprint"), new JsonObject { ["originBoardId"] = 1 })).Error("name"));
        Assert.Equal(400, (await site.PostAsync(At(site, "/sprint"), new JsonObject { ["name"] = "x" })).Status);
        Assert.Equal(404, (await site.PostAsync(At(site, "/sprint"), new JsonObject { ["name"] = "x", ["originBoardId"] = 9 })).Status);
        Assert.Equal(400, (await site.PostAsync(At(site, "/sprint"), new JsonObject { ["name"] = "x", ["originBoardId"] = 1, ["startDate"] = "2027-02-01T00:00:00.000Z", ["endDate"] = "2027-01-01T00:00:00.000Z" })).Status);
        Assert.Equal(403, (await site.PostAsync(At(site, "/sprint"), new JsonObject { ["name"] = "x", ["originBoardId"] = 1 }, "charlie")).Status);
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task Issues_of_a_sprint_come_with_their_sprint_and_epic(Api api)
    {
        await using JiraSite site = await JiraSite.StartDemoAsync(api);

        Reply issues = await site.GetAsync(At(site, "/sprint/3/issue?jql=labels%20%3D%20performance"));
        Reply fewer = await site.GetAsync(At(site, "/board/1/sprint/3/issue?fields=summary&maxResults=1&startAt=1"));

        JsonNode issue = Assert.Single(issues.Json["issues"]!.AsArray())!;
        Assert.Equal("ENG-12", (string)issue["key"]!);
        Assert.Equal("Sprint 42", (string)issue["fields"]!["sprint"]!["name"]!);
        Assert.Equal("Sprint 41", (string)issue["fields"]!["closedSprints"]![0]!["name"]!);
        Assert.Equal("ENG-11", (string)issue["fields"]!["epic"]!["key"]!);
        Assert.Equal((5, 1), ((int)fewer.Json["total"]!, fewer.Json["issues"]!.AsArray().Count));
        Assert.Equal(["summary"], fewer.Json["issues"]![0]!["fields"]!.AsObject().Select(field => field.Key));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task The_backlog_holds_what_is_open_and_in_no_open_sprint(Api api)
    {
        await using JiraSite site = await JiraSite.StartDemoAsync(api);

        Reply backlog = await site.GetAsync(At(site, "/board/1/backlog?fields=summary"));
        Reply board = await site.GetAsync(At(site, "/board/1/issue?maxResults=100&fields=summary"));
        Reply wrong = await site.GetAsync(At(site, "/board/1/issue?jql=nonsense%20%3D%201"));

        Assert.Equal(["ENG-17", "ENG-20", "ENG-22", "ENG-23", "ENG-26"], backlog.Json["issues"].Each("key"));
        Assert.Equal(28, (int)board.Json["total"]!);
        Assert.Equal((400, "Field 'nonsense' does not exist or you do not have permission to view it."), Refusal(wrong));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task Issues_move_into_a_sprint_back_and_up(Api api)
    {
        await using JiraSite site = await JiraSite.StartDemoAsync(api);

        Reply into = await site.PostAsync(At(site, "/sprint/4/issue"), new JsonObject { ["issues"] = new JsonArray("ENG-17", "ENG-26"), ["rankBeforeIssue"] = "ENG-15" });
        string[] planned = (await site.GetAsync(At(site, "/sprint/4/issue?fields=summary"))).Json["issues"].Each("key");
        Reply back = await site.PostAsync(At(site, "/backlog/issue"), new JsonObject { ["issues"] = new JsonArray("ENG-17") });
        Reply ranked = await site.PutAsync(At(site, "/issue/rank"), new JsonObject { ["issues"] = new JsonArray("ENG-26"), ["rankAfterIssue"] = "ENG-25" });
        string[] after = (await site.GetAsync(At(site, "/sprint/4/issue?fields=summary"))).Json["issues"].Each("key");

        Assert.Equal((204, 204, 204), (into.Status, back.Status, ranked.Status));
        Assert.Equal(["ENG-17", "ENG-26", "ENG-15", "ENG-25"], planned);
        Assert.Equal(["ENG-15", "ENG-25", "ENG-26"], after);
        Assert.Equal(400, (await site.PostAsync(At(site, "/sprint/1/issue"), new JsonObject { ["issues"] = new JsonArray("ENG-17") })).Status);
        Assert.Equal(400, (await site.PutAsync(At(site, "/issue/rank"), new JsonObject { ["issues"] = new JsonArray("ENG-17") })).Status);
        Assert.Equal(400, (await site.PostAsync(At(site, "/sprint/4/issue"), new JsonObject { ["issues"] = new JsonArray([.. Enumerable.Repeat((JsonNode?)"ENG-17", 51).Select(key => key!.DeepClone())]) })).Status);
        Assert.Equal(403, (await site.PostAsync(At(site, "/sprint/4/issue"), new JsonObject { ["issues"] = new JsonArray("ENG-17") }, "charlie")).Status);
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task Epics_have_issues_and_gain_and_lose_them(Api api)
    {
        await using JiraSite site = await JiraSite.StartDemoAsync(api);

        Reply open = await site.GetAsync(At(site, "/board/1/epic?done=false"));
        Reply epic = await site.GetAsync(At(site, "/epic/ENG-21"));
        Reply added = await site.PostAsync(At(site, "/epic/ENG-21/issue"), new JsonObject { ["issues"] = new JsonArray("ENG-20") });
        string[] now = (await site.GetAsync(At(site, "/epic/ENG-21/issue?fields=summary"))).Json["issues"].Each("key");
        Reply removed = await site.PostAsync(At(site, "/epic/none/issue"), new JsonObject { ["issues"] = new JsonArray("ENG-20", "ENG-22") });

        Assert.Equal(["ENG-11", "ENG-21"], open.Json["values"].Each("key"));
        Assert.Equal(("Waiting lists", false), ((string)epic.Json["summary"]!, (bool)epic.Json["done"]!));
        Assert.Equal((204, 204), (added.Status, removed.Status));
        Assert.Equal(["ENG-20", "ENG-22", "ENG-23"], now);
        Assert.Equal(["ENG-23"], (await site.GetAsync(At(site, "/board/1/epic/ENG-21/issue?fields=summary"))).Json["issues"].Each("key"));
        Assert.Equal(404, (await site.GetAsync(At(site, "/epic/ENG-12"))).Status);
    }

    [Fact(Timeout = 10000)]
    public async Task Clouds_new_lists_go_by_token()
    {
        await using JiraSite site = await JiraSite.StartDemoAsync(Api.CloudV3);

        Reply first = await site.GetAsync($"{site.Origin}/rest/software/1.0/board/1/issue?maxResults=20&fields=summary");
        Reply second = await site.GetAsync($"{site.Origin}/rest/software/1.0/board/1/issue?maxResults=20&fields=summary&nextPageToken={Uri.EscapeDataString((string)first.Json["nextPageToken"]!)}");
        Reply count = await site.GetAsync($"{site.Origin}/rest/software/1.0/board/1/issue/approximate-count");

        Assert.Equal((20, 8, true, 28), (first.Json["issues"]!.AsArray().Count, second.Json["issues"]!.AsArray().Count, (bool)second.Json["isLast"]!, (int)count.Json["count"]!));
    }

    private static string At(JiraSite site, string path) => $"{site.Origin}/rest/agile/1.0{path}";

    private static (int, string) Refusal(Reply reply) => (reply.Status, reply.Message());
}
