using System.Text.Json.Nodes;
using Tributary.Emulator;

namespace Tributary.Tests.Emulator.Confluence.V1;

/// <summary>Data Center's content properties.</summary>
public sealed class PropertyTests
{
    private const EmulatedDeployment DataCenter = EmulatedDeployment.DataCenter;

    [Fact(Timeout = 10000)]
    public async Task A_property_is_created_read_updated_and_deleted()
    {
        await using TeamSite site = await TeamSite.StartDataCenterAsync();
        string path = $"/rest/api/content/{site.AddPage("Plan").Id}/property";

        Reply created = await site.PostAsync(path, Property("review", new JsonObject { ["due"] = "2026-01-31" }), "bob");
        Reply updated = await site.PutAsync(path + "/review", Property("review", "done", version: 2), "bob");
        Reply read = await site.GetAsync(path + "/review?expand=version");
        Reply list = await site.GetAsync(path);
        Reply deleted = await site.DeleteAsync(path + "/review", "bob");
        Reply gone = await site.GetAsync(path + "/review");

        Assert.Equal((200, "2026-01-31"), (created.Status, (string)created.Json["value"]!["due"]!));
        Assert.Equal((200, "done"), (updated.Status, (string)updated.Json["value"]!));
        Assert.Equal(2, (int)read.Json["version"]!["number"]!);
        Assert.Equal(["review"], list.Each("key"));
        Assert.Equal(204, deleted.Status);
        Assert.Equal((404, V1Site.NotFound(DataCenter, "No content property found with key : review")), (gone.Status, gone.Text));
    }

    [Fact(Timeout = 10000)]
    public async Task A_key_that_is_there_and_a_stale_version_are_conflicts()
    {
        await using TeamSite site = await TeamSite.StartDataCenterAsync();
        string path = $"/rest/api/content/{site.AddPage("Plan").Id}/property";
        await site.PostAsync(path, Property("review", 1));

        Reply again = await site.PostAsync(path, Property("review", 2));
        Reply stale = await site.PutAsync(path + "/review", Property("review", 2, version: 1));

        Assert.Equal((409, V1Site.Conflict(DataCenter, "A property with key review already exists")), (again.Status, again.Text));
        Assert.Equal((409, V1Site.Conflict(DataCenter, "Version must be incremented on update. Current version is: 1")), (stale.Status, stale.Text));
    }

    [Fact(Timeout = 10000)]
    public async Task A_put_creates_what_is_not_there_yet()
    {
        await using TeamSite site = await TeamSite.StartDataCenterAsync();
        string path = $"/rest/api/content/{site.AddPage("Plan").Id}/property/review";

        Reply late = await site.PutAsync(path, Property("review", 1, version: 2));
        Reply first = await site.PutAsync(path, Property("review", 1, version: 1));

        Assert.Equal((404, 200), (late.Status, first.Status));
        Assert.Equal(1, (int)first.Json["version"]!["number"]!);
    }

    [Fact(Timeout = 10000)]
    public async Task Too_large_a_value_and_a_reader_are_refused()
    {
        await using TeamSite site = await TeamSite.StartDataCenterAsync();
        string path = $"/rest/api/content/{site.AddPage("Plan").Id}/property";

        Reply large = await site.PostAsync(path, Property("review", new string('x', 40_000)));
        Reply reader = await site.PostAsync(path, Property("review", 1), "charlie");

        Assert.Equal((413, 403), (large.Status, reader.Status));
        Assert.Equal("Request Entity Too Large", (string)large.Json["reason"]!);
    }

    private static JsonObject Property(string key, JsonNode value, int? version = null)
    {
        var property = new JsonObject { ["key"] = key, ["value"] = value };
        if (version is not null) property["version"] = new JsonObject { ["number"] = version };
        return property;
    }
}
