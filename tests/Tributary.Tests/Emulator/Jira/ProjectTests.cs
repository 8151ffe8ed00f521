using System.Text.Json.Nodes;

namespace Tributary.Tests.Emulator.Jira;

public sealed class ProjectTests
{
    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task The_projects_that_one_sees_are_a_list(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);

        Reply reply = await site.GetAsync("/project?expand=description,lead", "charlie");
        Reply outsider = await site.GetAsync("/project", "diana");

        Assert.Equal(["ENG", "SUP"], reply.Json.Each("key"));
        Assert.Equal("What Engineering does.", (string)reply.Json[0]!["description"]!);
        Assert.Equal("Alice", (string)reply.Json[0]!["lead"]!["displayName"]!);
        Assert.Equal((200, "[]"), (outsider.Status, outsider.Text));
    }

    [Theory(Timeout = 10000)]
    [InlineData("", "ENG,SUP", 2)]
    [InlineData("query=engi", "ENG", 1)]
    [InlineData("keys=SUP&keys=ENG&orderBy=-key", "SUP,ENG", 2)]
    [InlineData("typeKey=service_desk", "SUP", 1)]
    [InlineData("maxResults=1&startAt=1&orderBy=name", "SUP", 2)]
    [InlineData("action=edit", "", 0)]
    [InlineData("status=archived", "", 0)]
    public async Task Cloud_searches_projects_in_pages(string query, string keys, int total)
    {
        await using JiraSite site = await JiraSite.StartAsync();

        Reply reply = await site.GetAsync("/project/search?" + query);

        Assert.Equal((keys, total), (string.Join(',', reply.Json["values"].Each("key")), (int)reply.Json["total"]!));
    }

    [Fact(Timeout = 10000)]
    public async Task A_page_of_projects_tells_where_the_next_is()
    {
        await using JiraSite site = await JiraSite.StartAsync();

        Reply first = await site.GetAsync("/project/search?maxResults=1&expand=lead");
        Reply second = await site.GetAsync((string)first.Json["nextPage"]!);

        Assert.Equal((false, "ENG"), ((bool)first.Json["isLast"]!, (string)first.Json["values"]![0]!["key"]!));
        Assert.Equal((true, "SUP"), ((bool)second.Json["isLast"]!, (string)second.Json["values"]![0]!["key"]!));
        Assert.Equal("Alice", (string)second.Json["values"]![0]!["lead"]!["displayName"]!);
    }

    [Fact(Timeout = 10000)]
    public async Task Data_center_has_no_search_of_projects()
    {
        await using JiraSite site = await JiraSite.StartAsync(Api.DataCenter);

        Reply reply = await site.GetAsync("/project/search");

        Assert.Equal((404, """{"errorMessages":["No project could be found with key 'search'."],"errors":{}}"""), (reply.Status, reply.Text));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task One_project_has_its_types_versions_and_components(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);

        Reply byKey = await site.GetAsync("/project/eng");
        Reply byId = await site.GetAsync("/project/10000");
        Reply hidden = await site.GetAsync("/project/ENG", "diana");

        Assert.Equal(byKey.Text, byId.Text);
        Assert.Equal(["Epic", "Story", "Task", "Bug", "Sub-task"], byKey.Json["issueTypes"].Each("name"));
        Assert.Equal(["1.0", "2.0"], byKey.Json["versions"].Each("name"));
        Assert.Equal(["Pumps"], byKey.Json["components"].Each("name"));
        Assert.Equal((404, "No project could be found with key 'ENG'."), (hidden.Status, hidden.Message()));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task Each_issue_type_of_a_project_has_the_statuses_of_its_workflow(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);

        Reply reply = await site.GetAsync("/project/SUP/statuses");

        Assert.Equal(["Incident", "Service Request"], reply.Json.Each("name"));
        Assert.Equal(["In Progress", "Done", "Open", "Waiting for customer", "Resolved", "Closed"], reply.Json[0]!["statuses"].Each("name"));
        Assert.Equal("indeterminate", (string)reply.Json[0]!["statuses"]![0]!["statusCategory"]!["key"]!);
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task A_version_is_made_released_and_found(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);

        Reply made = await site.PostAsync("/version", new JsonObject { ["name"] = "3.0", ["projectId"] = 10000, ["description"] = "The next", ["releaseDate"] = "2030-01-31" }, "alice");
        Reply released = await site.PutAsync($"/version/{made.Json["id"]}", new JsonObject { ["released"] = true }, "alice");
        Reply list = await site.GetAsync("/project/ENG/versions");
        Reply page = await site.GetAsync("/project/ENG/version?status=released&orderBy=-name");

        Assert.Equal((201, "3.0", "2030-01-31", false), (made.Status, (string)made.Json["name"]!, (string)made.Json["releaseDate"]!, (bool)made.Json["released"]!));
        Assert.Equal((200, true, "The next"), (released.Status, (bool)released.Json["released"]!, (string)released.Json["description"]!));
        Assert.Equal(["1.0", "2.0", "3.0"], list.Json.Each("name"));
        Assert.Equal(["3.0"], page.Json["values"].Each("name"));
        Assert.Equal(released.Text, (await site.GetAsync($"/version/{made.Json["id"]}")).Text);
    }

    [Theory(Timeout = 10000)]
    [InlineData("""{"name":"1.0","project":"ENG"}""", "name", "A version with this name already exists in this project.")]
    [InlineData("""{"name":" ","project":"ENG"}""", "name", "You must specify a valid version name")]
    [InlineData("""{"name":"9"}""", "project", "Project must be specified to create a version.")]
    [InlineData("""{"name":"9","project":"ENG","releaseDate":"tomorrow"}""", "releaseDate", "Please enter the date in the following format: yyyy-MM-dd")]
    [InlineData("""{"name":"9","project":"ENG","startDate":"2030-02-01","releaseDate":"2030-01-01"}""", "releaseDate", "The release date must be after the start date")]
    public async Task A_version_that_cannot_be_is_refused_at_the_field(string body, string field, string message)
    {
        foreach (Api api in (Api[])[Api.CloudV3, Api.DataCenter])
        {
            await using JiraSite site = await JiraSite.StartAsync(api);

            Reply reply = await site.PostAsync("/version", JsonNode.Parse(body)!, "alice");

            Assert.Equal((400, message), (reply.Status, reply.Error(field)));
            Assert.Equal(2, site.Project.Versions.Count);
        }
    }

    [Theory(Timeout = 10000)]
    [InlineData(Api.CloudV3, 404, 401)]
    [InlineData(Api.DataCenter, 403, 403)]
    public async Task Who_does_not_administer_the_project_writes_no_versions(Api api, int made, int changed)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        string id = site.Project.Versions[0].Id;

        Assert.Equal(made, (await site.PostAsync("/version", new JsonObject { ["name"] = "3.0", ["project"] = "ENG" })).Status);
        Assert.Equal(changed, (await site.PutAsync($"/version/{id}", new JsonObject { ["name"] = "3.0" })).Status);
        Assert.Equal(404, (await site.GetAsync("/version/1")).Status);
    }

    [Fact(Timeout = 10000)]
    public async Task A_deleted_version_gives_its_issues_to_another()
    {
        await using JiraSite site = await JiraSite.StartAsync();
        string[] ids = [.. site.Project.Versions.Select(version => version.Id)];
        site.AddIssue("Fix the pump", Tributary.Emulator.World.Jira.Catalog.Task, "bob", "ENG", new() { ["fixVersions"] = new JsonArray(ids[0]), ["versions"] = new JsonArray(ids[0]) });

        Reply deleted = await site.DeleteAsync($"/version/{ids[0]}?moveFixIssuesTo={ids[1]}", "alice");
        Reply issue = await site.GetAsync("/issue/ENG-1");

        Assert.Equal(204, deleted.Status);
        Assert.Equal(["2.0"], issue.Field("fixVersions").Each("name"));
        Assert.Empty(issue.Field("versions").AsArray());
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task A_component_is_made_changed_and_deleted(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        string lead = site.IsCloud ? "leadAccountId" : "leadUserName", bob = site.IsCloud ? site.User("bob").AccountId : "bob";

        Reply made = await site.PostAsync("/component", new JsonObject { ["name"] = "Valves", ["project"] = "ENG", [lead] = bob }, "alice");
        Reply changed = await site.PutAsync($"/component/{made.Json["id"]}", new JsonObject { ["description"] = "All that shuts." }, "alice");
        Reply list = await site.GetAsync("/project/ENG/components");
        Reply deleted = await site.DeleteAsync($"/component/{made.Json["id"]}", "alice");

        Assert.Equal((201, "Bob", "COMPONENT_LEAD"), (made.Status, (string)made.Json["lead"]!["displayName"]!, (string)made.Json["assigneeType"]!));
        Assert.Equal((200, "Valves", "All that shuts."), (changed.Status, (string)changed.Json["name"]!, (string)changed.Json["description"]!));
        Assert.Equal(["Pumps", "Valves"], list.Json.Each("name"));
        Assert.Equal((204, 404), (deleted.Status, (await site.GetAsync($"/component/{made.Json["id"]}")).Status));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task A_component_that_cannot_be_is_refused(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);

        Reply taken = await site.PostAsync("/component", new JsonObject { ["name"] = "Pumps", ["project"] = "ENG" }, "alice");
        Reply nameless = await site.PostAsync("/component", new JsonObject { ["project"] = "ENG" }, "alice");
        Reply editor = await site.PostAsync("/component", new JsonObject { ["name"] = "Valves", ["project"] = "ENG" });

        Assert.Equal((400, "A component with the name Pumps already exists in this project."), (taken.Status, taken.Error("name")));
        Assert.Equal((400, "The component name specified is invalid - cannot be an empty string."), (nameless.Status, nameless.Error("name")));
        Assert.Equal(403, editor.Status);
    }

    [Fact(Timeout = 10000)]
    public async Task Cloud_counts_the_issues_of_components()
    {
        await using JiraSite site = await JiraSite.StartAsync();
        site.AddIssue("Fix the pump", Tributary.Emulator.World.Jira.Catalog.Task, "bob", "ENG", new() { ["components"] = new JsonArray(site.Project.Components[0].Id) });

        Reply reply = await site.GetAsync("/project/ENG/component");

        Assert.Equal(1, (int)reply.Json["values"]![0]!["issueCount"]!);
    }
}
