using System.Text.Json.Nodes;
using Tributary.Emulator;
using Tributary.Emulator.World;

namespace Tributary.Tests.Emulator.Confluence.V1;

/// <summary>Versions: restored, deleted, listed.</summary>
public sealed class VersionTests
{
    [Theory(Timeout = 10000)]
    [InlineData(EmulatedDeployment.Cloud, "/rest/api")]
    [InlineData(EmulatedDeployment.DataCenter, "/rest/experimental")]
    public async Task An_old_version_is_restored_as_a_new_one(EmulatedDeployment deployment, string api)
    {
        await using TeamSite site = await V1Site.StartAsync(deployment);
        Content page = PageOfTwoVersions(site);

        Reply restored = await site.PostAsync($"{api}/content/{page.Id}/version", Restoring(1, restoreTitle: true), "bob");

        Assert.Equal((200, 3, "Back"), (restored.Status, (int)restored.Json["number"]!, (string)restored.Json["message"]!));
        Assert.Equal(("Plan", "<p>First</p>", 3), (page.Title, page.Body, page.Versions.Count));
        Assert.Equal(page.Id, (string)restored.Json["content"]!["id"]!);
    }

    [Fact(Timeout = 10000)]
    public async Task The_title_stays_unless_it_is_to_be_restored_too()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content page = PageOfTwoVersions(site);

        await site.PostAsync($"/rest/api/content/{page.Id}/version", Restoring(1, restoreTitle: false), "bob");

        Assert.Equal(("Plan B", "<p>First</p>"), (page.Title, page.Body));
    }

    [Theory(Timeout = 10000)]
    [InlineData(9, "bob", 404)]
    [InlineData(1, "charlie", 403)]
    [InlineData(1, "diana", 404)]
    public async Task What_is_not_there_or_not_allowed_is_not_restored(int version, string user, int status)
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content page = PageOfTwoVersions(site);

        Reply reply = await site.PostAsync($"/rest/api/content/{page.Id}/version", Restoring(version, restoreTitle: false), user);

        Assert.Equal((status, 2), (reply.Status, page.Versions.Count));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(V1Site.Both), MemberType = typeof(V1Site))]
    public async Task A_past_version_is_deleted_and_the_current_one_is_not(EmulatedDeployment deployment)
    {
        await using TeamSite site = await V1Site.StartAsync(deployment);
        Content page = PageOfTwoVersions(site);

        Reply past = await site.DeleteAsync($"/rest/api/content/{page.Id}/version/1", "bob");
        Reply current = await site.DeleteAsync($"/rest/api/content/{page.Id}/version/2", "bob");

        Assert.Equal(204, past.Status);
        Assert.Equal((400, V1Site.BadRequest(deployment, "Cannot delete the current version of a content")), (current.Status, current.Text));
        Assert.Equal([2], page.Versions.Select(version => version.Number));
    }

    [Fact(Timeout = 10000)]
    public async Task Data_center_lists_versions_newest_first()
    {
        await using TeamSite site = await TeamSite.StartDataCenterAsync();
        Content page = PageOfTwoVersions(site);

        Reply list = await site.GetAsync($"/rest/experimental/content/{page.Id}/version");
        Reply one = await site.GetAsync($"/rest/experimental/content/{page.Id}/version/1?expand=content.body.storage");

        Assert.Equal(["2", "1"], list.Each("number"));
        Assert.Equal("<p>First</p>", (string)one.Json["content"]!["body"]!["storage"]!["value"]!);
    }

    [Fact(Timeout = 10000)]
    public async Task A_history_knows_the_first_the_last_and_the_one_before()
    {
        await using TeamSite site = await TeamSite.StartDataCenterAsync();
        Content page = PageOfTwoVersions(site);

        Reply history = await site.GetAsync($"/rest/api/content/{page.Id}/history?expand=previousVersion,lastUpdated,contributors");

        Assert.True((bool)history.Json["latest"]!);
        Assert.Equal("alice", (string)history.Json["createdBy"]!["username"]!);
        Assert.Equal((2, "bob"), ((int)history.Json["lastUpdated"]!["number"]!, (string)history.Json["lastUpdated"]!["by"]!["username"]!));
        Assert.Equal(1, (int)history.Json["previousVersion"]!["number"]!);
        Assert.Equal(2, history.Json["contributors"]!["publishers"]!["users"]!.AsArray().Count);
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(V1Site.Both), MemberType = typeof(V1Site))]
    public async Task A_macro_of_a_version_is_found_by_its_id(EmulatedDeployment deployment)
    {
        await using TeamSite site = await V1Site.StartAsync(deployment);
        Content page = site.AddPage(
            "Plan",
            """
            <ac:structured-macro ac:name="code" ac:macro-id="m-1"><ac:parameter ac:name="language">sql</ac:parameter><ac:plain-text-body><![CDATA[a < b]]></ac:plain-text-body></ac:structured-macro>
            """);

        Reply macro = await site.GetAsync($"/rest/api/content/{page.Id}/history/0/macro/id/m-1");
        Reply none = await site.GetAsync($"/rest/api/content/{page.Id}/history/1/macro/id/m-2");

        Assert.Equal(("code", "a < b", "sql"), ((string)macro.Json["name"]!, (string)macro.Json["body"]!, (string)macro.Json["parameters"]!["language"]!["value"]!));
        Assert.Equal((404, V1Site.NotFound(deployment, $"No macro with id m-2 in content with id : {page.Id}")), (none.Status, none.Text));
    }

    private static Content PageOfTwoVersions(TeamSite site)
    {
        Content page = site.AddPage("Plan", "<p>First</p>");
        return site.Wiki.Write(wiki => wiki.Update(site.User("bob"), page, new ContentChange(2, "Plan B", "<p>Second</p>")));
    }

    private static JsonObject Restoring(int version, bool restoreTitle) => new()
    {
        ["operationKey"] = "restore",
        ["params"] = new JsonObject { ["versionNumber"] = version, ["message"] = "Back", ["restoreTitle"] = restoreTitle },
    };
}
