using System.Text.Json.Nodes;
using Tributary.Emulator;

namespace Tributary.Tests.Emulator.Confluence.V1;

/// <summary>Cloud's templates.</summary>
public sealed class TemplateTests
{
    [Fact(Timeout = 10000)]
    public async Task A_template_of_a_space_is_created_read_changed_and_deleted_by_its_administrator()
    {
        await using TeamSite site = await TeamSite.StartAsync();

        Reply created = await site.PostAsync("/rest/api/template", Minutes("<h1>Minutes</h1>"));
        string id = (string)created.Json["templateId"]!;
        JsonObject change = Minutes("<h1>Changed</h1>");
        change["templateId"] = id;
        Reply changed = await site.PutAsync("/rest/api/template", change);
        Reply list = await site.GetAsync("/rest/api/template/page?spaceKey=TEAM&expand=body", "charlie");
        Reply deleted = await site.DeleteAsync($"/rest/api/template/{id}");
        Reply gone = await site.GetAsync($"/rest/api/template/{id}");

        Assert.Equal((200, "Minutes", "TEAM"), (created.Status, (string)created.Json["name"]!, (string)created.Json["space"]!["key"]!));
        Assert.Equal("<h1>Changed</h1>", (string)changed.Json["body"]!["storage"]!["value"]!);
        Assert.Equal([id], list.Each("templateId"));
        Assert.Equal("<h1>Changed</h1>", (string)list.Json["results"]![0]!["body"]!["storage"]!["value"]!);
        Assert.Equal(204, deleted.Status);
        Assert.Equal((404, V1Site.NotFound(EmulatedDeployment.Cloud, $"No template found with id : {id}")), (gone.Status, gone.Text));
    }

    [Fact(Timeout = 10000)]
    public async Task Templates_of_the_site_are_apart_from_those_of_spaces_and_from_blueprints()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        JsonObject everywhere = Minutes("<p>x</p>");
        everywhere.Remove("space");

        await site.PostAsync("/rest/api/template", everywhere);
        Reply global = await site.GetAsync("/rest/api/template/page");
        Reply ofSpace = await site.GetAsync("/rest/api/template/page?spaceKey=TEAM");
        Reply blueprints = await site.GetAsync("/rest/api/template/blueprint");

        Assert.Equal(["Minutes"], global.Each("name"));
        Assert.Equal((0, 0), ((int)ofSpace.Json["size"]!, (int)blueprints.Json["size"]!));
    }

    [Fact(Timeout = 10000)]
    public async Task An_editor_makes_no_templates_and_an_outsider_sees_none()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        string id = (string)(await site.PostAsync("/rest/api/template", Minutes("<p>x</p>"))).Json["templateId"]!;

        Reply editor = await site.PostAsync("/rest/api/template", Minutes("<p>x</p>"), "bob");
        Reply outsider = await site.GetAsync($"/rest/api/template/{id}", "diana");
        Reply outsidersList = await site.GetAsync("/rest/api/template/page?spaceKey=TEAM", "diana");
        Reply broken = await site.PostAsync("/rest/api/template", Minutes("<p>x"));

        Assert.Equal((403, 404, 404), (editor.Status, outsider.Status, outsidersList.Status));
        Assert.Equal(400, broken.Status);
        Assert.Contains("Error parsing xhtml", (string)broken.Json["message"]!, StringComparison.Ordinal);
    }

    private static JsonObject Minutes(string body) => new()
    {
        ["name"] = "Minutes",
        ["templateType"] = "page",
        ["description"] = "What was said",
        ["body"] = V1Site.Storage(body),
        ["space"] = new JsonObject { ["key"] = "TEAM" },
    };
}
