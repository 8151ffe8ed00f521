using System.Text.Json.Nodes;
using Tributary.Emulator;
using Tributary.Emulator.World;

namespace Tributary.Tests.Emulator.Confluence.V1;

/// <summary>Restrictions are read, changed, and bind.</summary>
public sealed class RestrictionTests
{
    [Theory(Timeout = 10000)]
    [MemberData(nameof(V1Site.Both), MemberType = typeof(V1Site))]
    public async Task A_read_restriction_hides_a_page_and_all_below_it_from_everyone_else(EmulatedDeployment deployment)
    {
        await using TeamSite site = await V1Site.StartAsync(deployment);
        Content page = site.AddPage("Plan");
        Content below = site.AddPage("Details", parentId: page.Id);

        Reply restricted = await site.PutAsync(Path(page), new JsonArray(Of(site, "read", "bob")), "bob");
        Reply hidden = await site.GetAsync($"/rest/api/content/{page.Id}/restriction/byOperation", "charlie");
        Reply hiddenBelow = await site.GetAsync($"/rest/api/content/{below.Id}/restriction/byOperation", "charlie");
        Reply search = await site.GetAsync("/rest/api/content/search?cql=type=page", "charlie");
        Reply owner = await site.GetAsync("/rest/api/content/search?cql=type=page", "bob");

        Assert.Equal(200, restricted.Status);
        Assert.Equal((404, V1Site.NoContent(deployment, page.Id)), (hidden.Status, hidden.Text));
        Assert.Equal((404, V1Site.NoContent(deployment, below.Id)), (hiddenBelow.Status, hiddenBelow.Text));
        Assert.Equal(["Team Home"], search.Each("title"));
        Assert.Equal(3, (int)owner.Json["size"]!);
    }

    [Theory(Timeout = 10000)]
    [InlineData(EmulatedDeployment.Cloud, 404)]
    [InlineData(EmulatedDeployment.DataCenter, 200)]
    public async Task A_restriction_binds_administrators_on_cloud_and_not_on_data_center(EmulatedDeployment deployment, int status)
    {
        await using TeamSite site = await V1Site.StartAsync(deployment);
        Content page = site.AddPage("Plan");

        await site.PutAsync(Path(page), new JsonArray(Of(site, "read", "bob")), "bob");
        Reply administrator = await site.GetAsync($"{Path(page)}/byOperation", "alice");

        Assert.Equal(status, administrator.Status);
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(V1Site.Both), MemberType = typeof(V1Site))]
    public async Task An_update_restriction_leaves_a_page_readable(EmulatedDeployment deployment)
    {
        await using TeamSite site = await V1Site.StartAsync(deployment);
        Content page = site.AddPage("Plan");
        site.Wiki.ChangeGrants(site.Space, space => space.Editors.Users.Add(site.User("charlie").AccountId));

        await site.PutAsync(Path(page), new JsonArray(Of(site, "update", "bob")), "bob");
        Reply labelled = await site.PostAsync($"/rest/api/content/{page.Id}/label", new JsonObject { ["name"] = "x" }, "charlie");
        Reply found = await site.GetAsync("/rest/api/content/search?cql=title=Plan", "charlie");

        Assert.Equal((403, V1Site.Forbidden(deployment, $"User not permitted to update content with id : {page.Id}")), (labelled.Status, labelled.Text));
        Assert.Equal(["Plan"], found.Each("title"));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(V1Site.Both), MemberType = typeof(V1Site))]
    public async Task Restrictions_are_read_by_operation_with_their_people_and_groups(EmulatedDeployment deployment)
    {
        await using TeamSite site = await V1Site.StartAsync(deployment);
        Content page = site.AddPage("Plan");
        JsonObject restriction = Of(site, "read", "bob");
        restriction["restrictions"]!["group"] = new JsonArray(new JsonObject { ["type"] = "group", ["name"] = "confluence-administrators" });

        await site.PutAsync(Path(page), new JsonArray(restriction), "bob");
        Reply all = await site.GetAsync($"{Path(page)}/byOperation", "bob");
        Reply one = await site.GetAsync($"{Path(page)}/byOperation/read", "bob");
        Reply wrong = await site.GetAsync($"{Path(page)}/byOperation/admire", "bob");

        JsonNode read = all.Json["read"]!["restrictions"]!;
        Assert.Equal("Bob", (string)read["user"]!["results"]![0]!["displayName"]!);
        Assert.Equal("confluence-administrators", (string)read["group"]!["results"]![0]!["name"]!);
        Assert.Equal(0, (int)all.Json["update"]!["restrictions"]!["user"]!["size"]!);
        Assert.Equal(V1Site.Text(read), V1Site.Text(one.Json["restrictions"]!));
        Assert.Equal((400, V1Site.BadRequest(deployment, "Unsupported operation: admire")), (wrong.Status, wrong.Text));
    }

    [Fact(Timeout = 10000)]
    public async Task Cloud_adds_to_restrictions_and_lifts_them()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content page = site.AddPage("Plan");

        await site.PutAsync(Path(page), new JsonArray(Of(site, "read", "bob")), "bob");
        Reply added = await site.PostAsync(Path(page), new JsonArray(Of(site, "read", "charlie")), "bob");
        Reply lifted = await site.DeleteAsync(Path(page), "bob");

        Assert.Equal(2, (int)added.Json["results"]![0]!["restrictions"]!["user"]!["size"]!);
        Assert.NotEqual((string)added.Json["restrictionsHash"]!, (string)lifted.Json["restrictionsHash"]!);
        Assert.Equal((200, 0), (lifted.Status, (int)lifted.Json["results"]![0]!["restrictions"]!["user"]!["size"]!));
        Assert.True(page.Read.IsEmpty);
    }

    [Fact(Timeout = 10000)]
    public async Task Single_people_and_groups_are_asked_for_added_and_taken_away()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content page = site.AddPage("Plan");
        string person = $"{Path(page)}/byOperation/update/user?accountId={site.User("bob").AccountId}";
        string group = $"{Path(page)}/byOperation/update/byGroupId/{site.Wiki.FindGroup(Wiki.UsersGroup)!.Id}";

        int before = (await site.GetAsync(person, "bob")).Status;
        int added = (await site.SendAsync(HttpMethod.Put, person, "bob")).Status;
        int after = (await site.GetAsync(person, "bob")).Status;
        int groupAdded = (await site.SendAsync(HttpMethod.Put, group, "bob")).Status;
        int groupAfter = (await site.GetAsync(group, "bob")).Status;
        int removed = (await site.DeleteAsync(person, "bob")).Status;

        Assert.Equal([404, 200, 200, 200, 200, 200], [before, added, after, groupAdded, groupAfter, removed]);
        Assert.Equal([Wiki.UsersGroup], page.Update.Groups);
        Assert.Empty(page.Update.Users);
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(V1Site.Both), MemberType = typeof(V1Site))]
    public async Task Nobody_locks_themselves_out(EmulatedDeployment deployment)
    {
        await using TeamSite site = await V1Site.StartAsync(deployment);
        Content page = site.AddPage("Plan");

        Reply reply = await site.PutAsync(Path(page), new JsonArray(Of(site, "read", "charlie")), "bob");

        Assert.Equal((400, V1Site.BadRequest(deployment, "You cannot restrict yourself from viewing or editing this content")), (reply.Status, reply.Text));
        Assert.True(page.Read.IsEmpty);
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(V1Site.Both), MemberType = typeof(V1Site))]
    public async Task A_reader_changes_no_restriction_and_nobody_restricts_to_a_stranger(EmulatedDeployment deployment)
    {
        await using TeamSite site = await V1Site.StartAsync(deployment);
        Content page = site.AddPage("Plan");
        JsonObject stranger = Of(site, "read", "bob");
        stranger["restrictions"]!["user"]![0]![deployment == EmulatedDeployment.Cloud ? "accountId" : "username"] = "nobody";

        Reply reader = await site.PutAsync(Path(page), new JsonArray(Of(site, "read", "charlie")), "charlie");
        Reply unknown = await site.PutAsync(Path(page), new JsonArray(stranger), "bob");

        Assert.Equal((403, V1Site.Forbidden(deployment, $"User not permitted to change restrictions of content with id : {page.Id}")), (reader.Status, reader.Text));
        Assert.Equal((404, V1Site.NotFound(deployment, "No user found with identity : nobody")), (unknown.Status, unknown.Text));
    }

    [Fact(Timeout = 10000)]
    public async Task What_someone_may_do_can_be_asked_on_cloud()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content page = site.AddPage("Plan");

        Assert.True(await MayAsync("charlie", "read"));
        Assert.False(await MayAsync("charlie", "update"));
        Assert.True(await MayAsync("bob", "update"));
        Assert.False(await MayAsync("diana", "read"));

        async Task<bool> MayAsync(string user, string operation)
        {
            var question = new JsonObject
            {
                ["subject"] = new JsonObject { ["type"] = "user", ["identifier"] = site.User(user).AccountId },
                ["operation"] = operation,
            };
            return (bool)(await site.PostAsync($"/rest/api/content/{page.Id}/permission/check", question)).Json["hasPermission"]!;
        }
    }

    private static string Path(Content page) => $"/rest/api/content/{page.Id}/restriction";

    private static JsonObject Of(TeamSite site, string operation, string user)
    {
        var person = new JsonObject { ["type"] = "known" };
        if (site.Wiki.Deployment == EmulatedDeployment.Cloud)
        {
            person["accountId"] = site.User(user).AccountId;
        }
        else
        {
            person["username"] = user;
        }

        return new JsonObject { ["operation"] = operation, ["restrictions"] = new JsonObject { ["user"] = new JsonArray(person), ["group"] = new JsonArray() } };
    }
}
