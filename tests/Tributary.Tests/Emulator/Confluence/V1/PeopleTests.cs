using System.Text.Json.Nodes;
using Tributary.Emulator;
using Tributary.Emulator.World;

namespace Tributary.Tests.Emulator.Confluence.V1;

/// <summary>People, groups and watches.</summary>
public sealed class PeopleTests
{
    private const EmulatedDeployment Cloud = EmulatedDeployment.Cloud;
    private const EmulatedDeployment DataCenter = EmulatedDeployment.DataCenter;

    [Fact(Timeout = 10000)]
    public async Task On_cloud_a_person_is_an_account_id_and_has_no_user_name()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        string id = site.User("bob").AccountId;

        Reply me = await site.GetAsync("/rest/api/user/current", "bob");
        Reply byId = await site.GetAsync($"/rest/api/user?accountId={id}");
        Reply byName = await site.GetAsync("/rest/api/user?username=bob");
        Reply none = await site.GetAsync("/rest/api/user?accountId=bob");

        Assert.Equal((id, "Bob", "bob@example.com"), ((string)me.Json["accountId"]!, (string)me.Json["displayName"]!, (string)me.Json["email"]!));
        Assert.Null(me.Json["username"]);
        Assert.Equal(me.Text, byId.Text);
        Assert.Equal((400, V1Site.BadRequest(Cloud, "User names and user keys are gone from Cloud: use accountId")), (byName.Status, byName.Text));
        Assert.Equal((404, V1Site.NotFound(Cloud, "No user found with identity : bob")), (none.Status, none.Text));
    }

    [Fact(Timeout = 10000)]
    public async Task On_data_center_a_person_is_a_user_name_or_a_key_and_has_no_account_id()
    {
        await using TeamSite site = await TeamSite.StartDataCenterAsync();

        Reply me = await site.GetAsync("/rest/api/user/current", "bob");
        Reply byName = await site.GetAsync("/rest/api/user?username=bob");
        Reply byKey = await site.GetAsync($"/rest/api/user?key={site.User("bob").UserKey}");
        Reply nobody = await site.GetAsync("/rest/api/user");
        Reply list = await site.GetAsync("/rest/api/user/list");

        Assert.Equal(("bob", "Bob"), ((string)me.Json["username"]!, (string)me.Json["displayName"]!));
        Assert.Null(me.Json["accountId"]);
        Assert.Equal((me.Text, me.Text), (byName.Text, byKey.Text));
        Assert.Equal((400, V1Site.BadRequest(DataCenter, "A username or a user key is required")), (nobody.Status, nobody.Text));
        Assert.Equal(["alice", "bob", "charlie", "diana"], list.Each("username"));
    }

    [Fact(Timeout = 10000)]
    public async Task Data_centers_directory_cannot_be_changed()
    {
        await using TeamSite site = await TeamSite.StartDataCenterAsync();

        Reply reply = await site.PutAsync("/rest/api/user/current", new JsonObject { ["fullName"] = "Robert", ["currentPassword"] = "bob-password" }, "bob");

        Assert.Equal((403, V1Site.Forbidden(DataCenter, "User not permitted to update the user directory")), (reply.Status, reply.Text));
    }

    [Fact(Timeout = 10000)]
    public async Task Many_people_are_looked_up_at_once_and_strangers_are_left_out()
    {
        await using TeamSite site = await TeamSite.StartAsync();

        Reply bulk = await site.GetAsync($"/rest/api/user/bulk?accountId={site.User("bob").AccountId}&accountId=stranger&accountId={site.User("charlie").AccountId}");
        Reply email = await site.GetAsync($"/rest/api/user/email?accountId={site.User("bob").AccountId}");
        Reply emails = await site.GetAsync($"/rest/api/user/email/bulk?accountId={site.User("bob").AccountId}&accountId=stranger");
        Reply anonymous = await site.GetAsync("/rest/api/user/anonymous");

        Assert.Equal(["Bob", "Charlie"], bulk.Each("displayName"));
        Assert.Equal("bob@example.com", (string)email.Json["email"]!);
        Assert.Equal("bob@example.com", (string)Assert.Single(emails.Json.AsArray())!["email"]!);
        Assert.Equal("anonymous", (string)anonymous.Json["type"]!);
    }

    [Theory(Timeout = 10000)]
    [InlineData(Cloud, "accountId=5b10ac8d82e05b22cc7d4ef5")]
    [InlineData(DataCenter, "username=bob")]
    public async Task Groups_are_listed_and_so_are_those_of_one_person(EmulatedDeployment deployment, string bob)
    {
        await using TeamSite site = await V1Site.StartAsync(deployment);

        Reply groups = await site.GetAsync("/rest/api/group");
        Reply ofBob = await site.GetAsync($"/rest/api/user/memberof?{bob}");

        Assert.Equal([Wiki.AdministratorsGroup, Wiki.UsersGroup, Wiki.OutsidersGroup], groups.Each("name"));
        Assert.Equal([Wiki.UsersGroup], ofBob.Each("name"));
    }

    [Fact(Timeout = 10000)]
    public async Task Members_of_a_group_are_found_by_its_id_on_cloud()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        string id = site.Wiki.FindGroup(Wiki.UsersGroup)!.Id;

        Reply members = await site.GetAsync($"/rest/api/group/{id}/membersByGroupId?limit=2");
        Reply group = await site.GetAsync($"/rest/api/group/by-id?id={id}");
        Reply picked = await site.GetAsync("/rest/api/group/picker?query=guest");
        Reply none = await site.GetAsync("/rest/api/group/none/membersByGroupId");

        Assert.Equal(["Alice", "Bob"], members.Each("displayName"));
        Assert.Equal($"/rest/api/group/{id}/membersByGroupId?limit=2&start=2", (string)members.Json["_links"]!["next"]!);
        Assert.Equal(Wiki.UsersGroup, (string)group.Json["name"]!);
        Assert.Equal([Wiki.OutsidersGroup], picked.Each("name"));
        Assert.Equal((404, V1Site.NotFound(Cloud, "No group found : none")), (none.Status, none.Text));
    }

    [Fact(Timeout = 10000)]
    public async Task Members_of_a_group_are_found_by_its_name_on_data_center()
    {
        await using TeamSite site = await TeamSite.StartDataCenterAsync();

        Reply members = await site.GetAsync($"/rest/api/group/{Wiki.UsersGroup}/member");
        Reply group = await site.GetAsync($"/rest/api/group/{Wiki.UsersGroup}");

        Assert.Equal(["alice", "bob", "charlie"], members.Each("username"));
        Assert.Equal(Wiki.UsersGroup, (string)group.Json["name"]!);
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(V1Site.Both), MemberType = typeof(V1Site))]
    public async Task A_content_and_a_space_are_watched_and_watched_no_more(EmulatedDeployment deployment)
    {
        await using TeamSite site = await V1Site.StartAsync(deployment);
        string[] paths = [$"/rest/api/user/watch/content/{site.AddPage("Plan").Id}", "/rest/api/user/watch/space/TEAM"];
        foreach (string path in paths)
        {
            bool before = (bool)(await site.GetAsync(path, "charlie")).Json["watching"]!;
            int added = (await site.PostAsync(path, new JsonObject(), "charlie")).Status;
            bool after = (bool)(await site.GetAsync(path, "charlie")).Json["watching"]!;
            int removed = (await site.DeleteAsync(path, "charlie")).Status;
            bool atLast = (bool)(await site.GetAsync(path, "charlie")).Json["watching"]!;
            int hidden = (await site.PostAsync(path, new JsonObject(), "diana")).Status;

            Assert.Equal((false, 204, true, 204, false, 404), (before, added, after, removed, atLast, hidden));
        }
    }

    [Fact(Timeout = 10000)]
    public async Task Only_an_administrator_watches_in_the_name_of_others()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content page = site.AddPage("Plan");
        string path = $"/rest/api/user/watch/content/{page.Id}?accountId={site.User("charlie").AccountId}";

        Reply editor = await site.PostAsync(path, new JsonObject(), "bob");
        Reply administrator = await site.PostAsync(path, new JsonObject());

        Assert.Equal((403, V1Site.Forbidden(Cloud, "User not permitted to manage watches of other users")), (editor.Status, editor.Text));
        Assert.Equal((204, site.User("charlie").AccountId), (administrator.Status, Assert.Single(page.Watchers)));
    }

    [Fact(Timeout = 10000)]
    public async Task Watchers_of_a_page_and_of_its_space_are_listed_on_cloud()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content page = site.AddPage("Plan");
        await site.PostAsync($"/rest/api/user/watch/content/{page.Id}", new JsonObject(), "charlie");
        await site.PostAsync("/rest/api/user/watch/space/TEAM", new JsonObject(), "bob");

        Reply ofPage = await site.GetAsync($"/rest/api/content/{page.Id}/notification/child-created");
        Reply ofItsSpace = await site.GetAsync($"/rest/api/content/{page.Id}/notification/created");
        Reply ofSpace = await site.GetAsync("/rest/api/space/TEAM/watch");

        Assert.Equal((page.Number, "Charlie"), ((long)ofPage.Json["results"]![0]!["contentId"]!, (string)ofPage.Json["results"]![0]!["watcher"]!["displayName"]!));
        Assert.Equal(("TEAM", "Bob"), ((string)ofSpace.Json["results"]![0]!["spaceKey"]!, (string)ofSpace.Json["results"]![0]!["watcher"]!["displayName"]!));
        Assert.Equal(V1Site.Text(ofSpace.Json["results"]!), V1Site.Text(ofItsSpace.Json["results"]!));
    }
}
