using System.Text.Json.Nodes;
using Tributary.Emulator;

namespace Tributary.Tests.Emulator.Confluence.V1;

public sealed class SpaceTests
{
    [Theory(Timeout = 10000)]
    [MemberData(nameof(V1Site.Both), MemberType = typeof(V1Site))]
    public async Task A_space_is_created_with_its_home_page(EmulatedDeployment deployment)
    {
        await using TeamSite site = await V1Site.StartAsync(deployment);

        Reply created = await site.PostAsync("/rest/api/space", Space("NEW", "Newcomers", "Who is new"), "bob");

        Assert.Equal((200, "NEW", "Newcomers", "global"), (created.Status, (string)created.Json["key"]!, (string)created.Json["name"]!, (string)created.Json["type"]!));
        Assert.Equal("Who is new", (string)created.Json["description"]!["plain"]!["value"]!);
        Assert.Equal("Newcomers Home", (string)created.Json["homepage"]!["title"]!);
        Assert.Equal(deployment == EmulatedDeployment.Cloud ? "/spaces/NEW" : "/display/NEW", (string)created.Json["_links"]!["webui"]!);
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(V1Site.Both), MemberType = typeof(V1Site))]
    public async Task A_private_space_is_its_founders_alone(EmulatedDeployment deployment)
    {
        await using TeamSite site = await V1Site.StartAsync(deployment);

        await site.PostAsync("/rest/api/space/_private", Space("MINE", "Mine"), "bob");
        Reply founder = await site.GetAsync("/rest/api/search?cql=space=MINE", "bob");
        Reply other = await site.PutAsync("/rest/api/space/MINE", new JsonObject { ["name"] = "Ours" }, "charlie");

        Assert.True((int)founder.Json["totalSize"]! > 0);
        Assert.Equal((404, V1Site.NotFound(deployment, "No space found with key : MINE")), (other.Status, other.Text));
    }

    [Theory(Timeout = 10000)]
    [InlineData("TEAM", "alice", 400)]
    [InlineData("not a key", "alice", 400)]
    [InlineData("FINE", "diana", 403)]
    public async Task A_key_that_is_taken_or_wrong_and_a_user_without_the_right_are_refused(string key, string user, int status)
    {
        await using TeamSite site = await TeamSite.StartAsync();

        Reply reply = await site.PostAsync("/rest/api/space", Space(key, "Name"), user);

        Assert.Equal(status, reply.Status);
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(V1Site.Both), MemberType = typeof(V1Site))]
    public async Task Its_administrator_renames_describes_and_archives_a_space(EmulatedDeployment deployment)
    {
        await using TeamSite site = await V1Site.StartAsync(deployment);

        Reply editor = await site.PutAsync("/rest/api/space/TEAM", new JsonObject { ["name"] = "Ours" }, "bob");
        Reply renamed = await site.PutAsync("/rest/api/space/TEAM", new JsonObject { ["name"] = "Crew", ["description"] = V1Description("R&D") });
        Reply archived = await site.PutAsync("/rest/api/space/TEAM", new JsonObject { ["status"] = "archived" });

        Assert.Equal((403, V1Site.Forbidden(deployment, "User not permitted to administer space with key : TEAM")), (editor.Status, editor.Text));
        Assert.Equal(("Crew", "R&D"), ((string)renamed.Json["name"]!, (string)renamed.Json["description"]!["plain"]!["value"]!));
        Assert.Equal(("Crew", "archived"), ((string)archived.Json["name"]!, (string)archived.Json["status"]!));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(V1Site.Both), MemberType = typeof(V1Site))]
    public async Task A_space_is_deleted_with_everything_in_it_by_a_long_task(EmulatedDeployment deployment)
    {
        await using TeamSite site = await V1Site.StartAsync(deployment);
        site.AddPage("Plan");

        Reply editor = await site.DeleteAsync("/rest/api/space/TEAM", "bob");
        Reply accepted = await site.DeleteAsync("/rest/api/space/TEAM");
        Reply task = await site.GetAsync((string)accepted.Json["links"]!["status"]!);
        Reply tasks = await site.GetAsync("/rest/api/longtask");
        Reply again = await site.DeleteAsync("/rest/api/space/TEAM");

        Assert.Equal((403, 202), (editor.Status, accepted.Status));
        Assert.Equal((true, 100), ((bool)task.Json["successful"]!, (int)task.Json["percentageComplete"]!));
        Assert.Equal("Deleted space TEAM", (string)task.Json["messages"]![0]!["translation"]!);
        Assert.Equal([(string)accepted.Json["id"]!], tasks.Each("id"));
        Assert.Equal((404, V1Site.NotFound(deployment, "No space found with key : TEAM")), (again.Status, again.Text));
        Assert.Empty(site.Wiki.Contents);
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(V1Site.Both), MemberType = typeof(V1Site))]
    public async Task A_task_that_nobody_started_is_not_found(EmulatedDeployment deployment)
    {
        await using TeamSite site = await V1Site.StartAsync(deployment);

        Reply reply = await site.GetAsync("/rest/api/longtask/none");

        Assert.Equal((404, V1Site.NotFound(deployment, "No long task found with id : none")), (reply.Status, reply.Text));
    }

    [Fact(Timeout = 10000)]
    public async Task Data_center_lists_the_spaces_that_one_may_see()
    {
        await using TeamSite site = await TeamSite.StartDataCenterAsync();
        await site.PostAsync("/rest/api/space", Space("OTHER", "Other"));

        Reply all = await site.GetAsync("/rest/api/space?limit=1");
        Reply next = await site.GetAsync((string)all.Json["_links"]!["next"]!);
        Reply keyed = await site.GetAsync("/rest/api/space?spaceKey=OTHER&type=global&status=current");
        Reply archived = await site.GetAsync("/rest/api/space?status=archived");
        Reply outsider = await site.GetAsync("/rest/api/space", "diana");
        Reply wrong = await site.GetAsync("/rest/api/space?type=odd");

        Assert.Equal(["TEAM", "OTHER"], [.. all.Each("key"), .. next.Each("key")]);
        Assert.Equal(["OTHER"], keyed.Each("key"));
        Assert.Equal((0, 0), ((int)archived.Json["size"]!, (int)outsider.Json["size"]!));
        Assert.Equal((400, V1Site.BadRequest(EmulatedDeployment.DataCenter, "Unsupported space type: odd")), (wrong.Status, wrong.Text));
    }

    [Fact(Timeout = 10000)]
    public async Task Data_center_reads_one_space_and_what_is_in_it()
    {
        await using TeamSite site = await TeamSite.StartDataCenterAsync();
        site.AddPage("Plan");

        Reply one = await site.GetAsync("/rest/api/space/team?expand=description.plain,homepage,permissions");
        Reply hidden = await site.GetAsync("/rest/api/space/TEAM", "diana");
        Reply content = await site.GetAsync("/rest/api/space/TEAM/content");
        Reply roots = await site.GetAsync("/rest/api/space/TEAM/content/page?depth=root");

        Assert.Equal(("The team's space", "Team Home"), ((string)one.Json["description"]!["plain"]!["value"]!, (string)one.Json["homepage"]!["title"]!));
        Assert.Equal((404, V1Site.NotFound(EmulatedDeployment.DataCenter, "No space found with key : TEAM")), (hidden.Status, hidden.Text));
        Assert.Equal(2, (int)content.Json["page"]!["size"]!);
        Assert.Equal(0, (int)content.Json["blogpost"]!["size"]!);
        Assert.Equal(["Team Home"], roots.Each("title"));
    }

    private static JsonObject Space(string key, string name, string description = "") => new() { ["key"] = key, ["name"] = name, ["description"] = V1Description(description) };

    private static JsonObject V1Description(string text) => new() { ["plain"] = new JsonObject { ["value"] = text, ["representation"] = "plain" } };
}
