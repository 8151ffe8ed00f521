using System.Text.Json.Nodes;
using Tributary.Emulator.World.Jira;

namespace Tributary.Tests.Emulator.Jira;

public sealed class WorklogTests
{
    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.All), MemberType = typeof(JiraSite))]
    public async Task Work_is_logged_changed_read_and_taken_back(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        site.AddIssue();

        Reply made = await site.PostAsync("/issue/ENG-1/worklog", new JsonObject { ["timeSpent"] = "1h 30m", ["started"] = "2026-11-20T10:00:00.000+0100", ["comment"] = site.Text("Took it apart.") });
        string path = $"/issue/ENG-1/worklog/{made.Json["id"]}";
        Reply changed = await site.PutAsync(path, new JsonObject { ["timeSpentSeconds"] = 7200 });
        Reply issue = await site.GetAsync("/issue/ENG-1");
        Reply deleted = await site.DeleteAsync(path);
        Reply gone = await site.GetAsync(path);

        Assert.Equal((201, "1h 30m", 5400, "2026-11-20T09:00:00.000+0000"), (made.Status, (string)made.Json["timeSpent"]!, (int)made.Json["timeSpentSeconds"]!, (string)made.Json["started"]!));
        Assert.True(JsonNode.DeepEquals(site.Text("Took it apart."), made.Json["comment"]));
        Assert.Equal((200, "2h", "2026-11-20T09:00:00.000+0000"), (changed.Status, (string)changed.Json["timeSpent"]!, (string)changed.Json["started"]!));
        Assert.Equal((7200, "2h", 1), ((int)issue.Field("timespent"), (string)issue.Field("timetracking")["timeSpent"]!, (int)issue.Field("worklog")["total"]!));
        Assert.Equal((204, 404, $"Cannot find worklog with id: '{made.Json["id"]}'."), (deleted.Status, gone.Status, gone.Message()));
    }

    [Theory(Timeout = 10000)]
    [InlineData("", 3)]
    [InlineData("?adjustEstimate=auto", 3)]
    [InlineData("?adjustEstimate=leave", 4)]
    [InlineData("?adjustEstimate=new&newEstimate=1d", 8)]
    [InlineData("?adjustEstimate=manual&reduceBy=2h", 2)]
    public async Task The_remaining_estimate_follows_as_the_request_says(string query, int hours)
    {
        foreach (Api api in (Api[])[Api.CloudV3, Api.DataCenter])
        {
            await using JiraSite site = await JiraSite.StartAsync(api);
            Issue issue = site.AddIssue("Fix the pump", Catalog.Task, "bob", "ENG", new() { ["timeestimate"] = 4 * 3600.0 });

            Reply reply = await site.PostAsync("/issue/ENG-1/worklog" + query, new JsonObject { ["timeSpent"] = "1h" });

            Assert.Equal((201, hours * 3600.0), (reply.Status, issue.Number("timeestimate")));
        }
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task Work_taken_back_is_to_do_again(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        Issue issue = site.AddIssue("Fix the pump", Catalog.Task, "bob", "ENG", new() { ["timeestimate"] = 4 * 3600.0 });
        Reply made = await site.PostAsync("/issue/ENG-1/worklog", new JsonObject { ["timeSpent"] = "1h" });

        await site.DeleteAsync($"/issue/ENG-1/worklog/{made.Json["id"]}");

        Assert.Equal(4 * 3600.0, issue.Number("timeestimate"));
    }

    [Theory(Timeout = 10000)]
    [InlineData("""{}""", "", "timeLogged", "You must indicate the time spent working.")]
    [InlineData("""{"timeSpent":"long"}""", "", "timeLogged", "Invalid time duration entered.")]
    [InlineData("""{"timeSpentSeconds":5}""", "", "timeLogged", "Invalid time duration entered.")]
    [InlineData("""{"timeSpent":"1h"}""", "?adjustEstimate=new", "newEstimate", "You must supply a valid new estimate.")]
    [InlineData("""{"timeSpent":"1h"}""", "?adjustEstimate=manual&reduceBy=x", "adjustmentAmount", "You must supply a valid amount of time to adjust the estimate by.")]
    public async Task Work_that_cannot_be_is_refused(string body, string query, string field, string message)
    {
        foreach (Api api in (Api[])[Api.CloudV3, Api.DataCenter])
        {
            await using JiraSite site = await JiraSite.StartAsync(api);
            Issue issue = site.AddIssue();

            Reply reply = await site.PostAsync("/issue/ENG-1/worklog" + query, JsonNode.Parse(body)!);

            Assert.Equal((400, message), (reply.Status, reply.Error(field)));
            Assert.Empty(issue.Worklogs);
        }
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task Readers_log_no_work_and_editors_change_their_own(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        site.AddIssue();
        Reply alices = await site.PostAsync("/issue/ENG-1/worklog", new JsonObject { ["timeSpent"] = "1h" }, "alice");

        Reply reader = await site.PostAsync("/issue/ENG-1/worklog", new JsonObject { ["timeSpent"] = "1h" }, "charlie");
        Reply changed = await site.PutAsync($"/issue/ENG-1/worklog/{alices.Json["id"]}", new JsonObject { ["timeSpent"] = "2h" });
        Reply outsider = await site.GetAsync("/issue/ENG-1/worklog", "diana");

        Assert.Equal((400, 400, 404), (reader.Status, changed.Status, outsider.Status));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task Work_is_listed_in_pages_and_by_when_it_was_begun(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        site.AddIssue();
        foreach (int day in (int[])[18, 19, 20]) await site.PostAsync("/issue/ENG-1/worklog", new JsonObject { ["timeSpent"] = $"{day}m", ["started"] = $"2026-11-{day}T10:00:00.000+0000" });
        long after = new DateTimeOffset(2026, 11, 19, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

        Reply all = await site.GetAsync("/issue/ENG-1/worklog?maxResults=1"), late = await site.GetAsync($"/issue/ENG-1/worklog?startedAfter={after}");

        Assert.Equal((3, 1), ((int)all.Json["total"]!, all.Json["worklogs"]!.AsArray().Count));
        Assert.Equal(["19m", "20m"], late.Json["worklogs"].Each("timeSpent"));
    }
}
