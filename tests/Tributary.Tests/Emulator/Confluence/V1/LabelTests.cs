using System.Text.Json.Nodes;
using Tributary.Emulator;
using Tributary.Emulator.World;

namespace Tributary.Tests.Emulator.Confluence.V1;

public sealed class LabelTests
{
    [Theory(Timeout = 10000)]
    [MemberData(nameof(V1Site.Both), MemberType = typeof(V1Site))]
    public async Task Labels_are_added_one_or_many_at_once_and_answered_all(EmulatedDeployment deployment)
    {
        await using TeamSite site = await V1Site.StartAsync(deployment);
        string path = $"/rest/api/content/{site.AddPage("Plan").Id}/label";

        await site.PostAsync(path, new JsonObject { ["prefix"] = "global", ["name"] = "Draft" }, "bob");
        Reply many = await site.PostAsync(path, new JsonArray(new JsonObject { ["name"] = "urgent" }, new JsonObject { ["prefix"] = "my", ["name"] = "later" }), "bob");

        Assert.Equal(200, many.Status);
        Assert.Equal(["draft", "urgent", "later"], many.Each("name"));
        Assert.Equal(["draft", "urgent", "my:later"], many.Each("label"));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(V1Site.Both), MemberType = typeof(V1Site))]
    public async Task Where_one_label_is_wrong_none_is_added(EmulatedDeployment deployment)
    {
        await using TeamSite site = await V1Site.StartAsync(deployment);
        Content page = site.AddPage("Plan");

        Reply reply = await site.PostAsync(
            $"/rest/api/content/{page.Id}/label",
            new JsonArray(new JsonObject { ["name"] = "fine" }, new JsonObject { ["name"] = "not fine" }),
            "bob");

        Assert.Equal((400, V1Site.BadRequest(deployment, "Label contains invalid characters: not fine")), (reply.Status, reply.Text));
        Assert.Empty(page.Labels);
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(V1Site.Both), MemberType = typeof(V1Site))]
    public async Task Labels_are_removed_by_path_and_by_query(EmulatedDeployment deployment)
    {
        await using TeamSite site = await V1Site.StartAsync(deployment);
        Content page = site.AddPage("Plan");
        string path = $"/rest/api/content/{page.Id}/label";
        await site.PostAsync(path, new JsonArray(new JsonObject { ["name"] = "one" }, new JsonObject { ["name"] = "two" }), "bob");

        Reply byPath = await site.DeleteAsync(path + "/one", "bob");
        Reply byQuery = await site.DeleteAsync(path + "?name=two", "bob");
        Reply nameless = await site.DeleteAsync(path, "bob");

        Assert.Equal((204, 204), (byPath.Status, byQuery.Status));
        Assert.Equal((400, V1Site.BadRequest(deployment, "The label name is required")), (nameless.Status, nameless.Text));
        Assert.Empty(page.Labels);
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(V1Site.Both), MemberType = typeof(V1Site))]
    public async Task A_reader_labels_nothing(EmulatedDeployment deployment)
    {
        await using TeamSite site = await V1Site.StartAsync(deployment);
        Content page = site.AddPage("Plan");

        Reply reply = await site.PostAsync($"/rest/api/content/{page.Id}/label", new JsonObject { ["name"] = "x" }, "charlie");

        Assert.Equal((403, V1Site.Forbidden(deployment, $"User not permitted to update content with id : {page.Id}")), (reply.Status, reply.Text));
    }

    [Fact(Timeout = 10000)]
    public async Task Data_center_lists_labels_by_prefix()
    {
        await using TeamSite site = await TeamSite.StartDataCenterAsync();
        string path = $"/rest/api/content/{site.AddPage("Plan").Id}/label";
        await site.PostAsync(path, new JsonArray(new JsonObject { ["name"] = "one" }, new JsonObject { ["prefix"] = "my", ["name"] = "two" }), "bob");

        Reply mine = await site.GetAsync(path + "?prefix=my");

        Assert.Equal(["two"], mine.Each("name"));
        Assert.Equal(1, (int)mine.Json["totalCount"]!);
    }

    [Fact(Timeout = 10000)]
    public async Task A_space_has_labels_of_its_own_on_cloud()
    {
        await using TeamSite site = await TeamSite.StartAsync();

        Reply added = await site.PostAsync("/rest/api/space/TEAM/label", new JsonArray(new JsonObject { ["prefix"] = "team", ["name"] = "core" }));
        Reply editor = await site.PostAsync("/rest/api/space/TEAM/label", new JsonArray(new JsonObject { ["name"] = "x" }), "bob");
        Reply read = await site.GetAsync("/rest/api/space/TEAM/label", "charlie");
        Reply removed = await site.DeleteAsync("/rest/api/space/TEAM/label?name=core");

        Assert.Equal(["team:core"], added.Each("label"));
        Assert.Equal((403, 204), (editor.Status, removed.Status));
        Assert.Equal(["core"], read.Each("name"));
        Assert.Empty(site.Space.Labels);
    }

    [Fact(Timeout = 10000)]
    public async Task A_label_leads_to_what_wears_it_and_may_be_seen()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content page = site.AddPage("Plan");
        await site.PostAsync($"/rest/api/content/{page.Id}/label", new JsonObject { ["name"] = "urgent" }, "bob");

        Reply reader = await site.GetAsync("/rest/api/label?name=urgent&type=page", "charlie");
        Reply outsider = await site.GetAsync("/rest/api/label?name=urgent", "diana");
        Reply none = await site.GetAsync("/rest/api/label?name=calm");

        JsonNode found = reader.Json["associatedContents"]!["results"]![0]!;
        Assert.Equal(("urgent", page.Number, "Plan"), ((string)reader.Json["label"]!["name"]!, (long)found["contentId"]!, (string)found["title"]!));
        Assert.Equal(0, (int)outsider.Json["associatedContents"]!["size"]!);
        Assert.Equal((404, V1Site.NotFound(EmulatedDeployment.Cloud, "No label found with name : calm")), (none.Status, none.Text));
    }
}
