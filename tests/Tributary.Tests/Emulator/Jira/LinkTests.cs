using System.Text.Json.Nodes;

namespace Tributary.Tests.Emulator.Jira;

public sealed class LinkTests
{
    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task Two_issues_are_linked_and_each_shows_its_side(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        site.AddIssue("Buy a seal");
        site.AddIssue("Fix the pump");

        Reply made = await site.PostAsync("/issueLink", Link("Blocks", "ENG-1", "ENG-2", site.Text("Wait for the seal.")));
        string path = made.Headers.Location!.ToString();
        Reply link = await site.GetAsync(path);
        JsonNode blocker = (await site.GetAsync("/issue/ENG-1")).Json["fields"]!, blocked = (await site.GetAsync("/issue/ENG-2")).Json["fields"]!;
        Reply deleted = await site.DeleteAsync(path);

        Assert.Equal((201, ""), (made.Status, made.Text));
        Assert.Equal(("ENG-1", "ENG-2"), ((string)link.Json["inwardIssue"]!["key"]!, (string)link.Json["outwardIssue"]!["key"]!));
        Assert.Equal(("blocks", "ENG-2", 1), ((string)blocker["issuelinks"]![0]!["type"]!["outward"]!, (string)blocker["issuelinks"]![0]!["outwardIssue"]!["key"]!, (int)blocker["comment"]!["total"]!));
        Assert.Equal(("is blocked by", "ENG-1"), ((string)blocked["issuelinks"]![0]!["type"]!["inward"]!, (string)blocked["issuelinks"]![0]!["inwardIssue"]!["key"]!));
        Assert.Equal(204, deleted.Status);
        Assert.Equal((404, 0), ((await site.GetAsync(path)).Status, site.Jira.Links.Count));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task A_link_that_cannot_be_is_refused(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        site.AddIssue();
        site.AddIssue("Second");

        Reply type = await site.PostAsync("/issueLink", Link("Hates", "ENG-1", "ENG-2"));
        Reply end = await site.PostAsync("/issueLink", Link("Blocks", "ENG-1", "ENG-9"));
        Reply self = await site.PostAsync("/issueLink", Link("Blocks", "ENG-1", "ENG-1"));
        Reply reader = await site.PostAsync("/issueLink", Link("Blocks", "ENG-1", "ENG-2"), "charlie");

        Assert.Equal((404, "No issue link type with name 'Hates' found."), (type.Status, type.Message()));
        Assert.Equal((404, "Issue does not exist or you do not have permission to see it."), (end.Status, end.Message()));
        Assert.Equal((400, 401, "No Link Issue Permission for issue 'ENG-1'"), (self.Status, reader.Status, reader.Message()));
        Assert.Empty(site.Jira.Links);
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task A_remote_link_is_one_for_each_global_id(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        site.AddIssue();

        Reply made = await site.PostAsync("/issue/ENG-1/remotelink", Remote("page=1", "Manual")), again = await site.PostAsync("/issue/ENG-1/remotelink", Remote("page=1", "The manual"));
        Reply list = await site.GetAsync("/issue/ENG-1/remotelink"), one = await site.GetAsync("/issue/ENG-1/remotelink?globalId=page%3D1"), byId = await site.GetAsync($"/issue/ENG-1/remotelink/{made.Json["id"]}");
        Reply changed = await site.PutAsync($"/issue/ENG-1/remotelink/{made.Json["id"]}", Remote("page=1", "A manual"));
        Reply deleted = await site.DeleteAsync("/issue/ENG-1/remotelink?globalId=page%3D1");

        Assert.Equal((201, 200, (int)made.Json["id"]!), (made.Status, again.Status, (int)again.Json["id"]!));
        Assert.Equal("The manual", (string)Assert.Single(list.Json.AsArray())!["object"]!["title"]!);
        Assert.Equal(byId.Text, one.Text);
        Assert.Equal((204, 204, 404), (changed.Status, deleted.Status, (await site.GetAsync($"/issue/ENG-1/remotelink/{made.Json["id"]}")).Status));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task A_remote_link_needs_a_title_and_an_address_and_somebody_who_may_link(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        site.AddIssue();

        Reply bare = await site.PostAsync("/issue/ENG-1/remotelink", new JsonObject { ["object"] = new JsonObject() });
        Reply reader = await site.PostAsync("/issue/ENG-1/remotelink", Remote("x", "X"), "charlie");
        Reply unknown = await site.DeleteAsync("/issue/ENG-1/remotelink/4711");

        Assert.Equal((400, "'title' is required.", "'url' is required."), (bare.Status, bare.Error("title"), bare.Error("url")));
        Assert.Equal((403, 404), (reader.Status, unknown.Status));
    }

    private static JsonObject Link(string type, string inward, string outward, JsonNode? comment = null)
    {
        var link = new JsonObject
        {
            ["type"] = new JsonObject { ["name"] = type },
            ["inwardIssue"] = new JsonObject { ["key"] = inward },
            ["outwardIssue"] = new JsonObject { ["key"] = outward },
        };
        if (comment is not null) link["comment"] = new JsonObject { ["body"] = comment };
        return link;
    }

    private static JsonObject Remote(string globalId, string title) => new()
    {
        ["globalId"] = globalId,
        ["relationship"] = "mentioned in",
        ["object"] = new JsonObject { ["url"] = "https://wiki.example.com/1", ["title"] = title },
    };
}
