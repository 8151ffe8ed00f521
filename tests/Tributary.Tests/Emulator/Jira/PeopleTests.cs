using System.Text.Json.Nodes;
using Tributary.Emulator.World;

namespace Tributary.Tests.Emulator.Jira;

public sealed class PeopleTests
{
    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.All), MemberType = typeof(JiraSite))]
    public async Task A_person_is_an_account_id_on_cloud_and_a_name_and_key_on_data_center(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);

        Reply reply = await site.GetAsync("/myself?expand=groups");

        JsonObject me = reply.Json.AsObject();
        Assert.Equal((200, "Bob", "bob@example.com", true), (reply.Status, (string)me["displayName"]!, (string)me["emailAddress"]!, (bool)me["active"]!));
        Assert.Equal(site.IsCloud ? site.User("bob").AccountId : null, (string?)me["accountId"]);
        Assert.Equal(site.IsCloud ? null : "bob", (string?)me["name"]);
        Assert.Equal([Wiki.UsersGroup], me["groups"]!["items"].Each("name"));
    }

    [Theory(Timeout = 10000)]
    [InlineData(Api.CloudV3, "accountId=5b10a2844c20165700ede21a", 200, null)]
    [InlineData(Api.CloudV3, "accountId=nobody", 404, "Specified user does not exist or you do not have required permissions")]
    [InlineData(Api.CloudV3, "username=alice", 400, "The query parameter 'username' is not supported in GDPR strict mode.")]
    [InlineData(Api.DataCenter, "username=alice", 200, null)]
    [InlineData(Api.DataCenter, "key=8a7f808a0000000000000000000a11ce", 200, null)]
    [InlineData(Api.DataCenter, "username=nobody", 404, "The user named 'nobody' does not exist")]
    [InlineData(Api.DataCenter, "", 404, "Either the 'username' or the 'key' query parameters need to be provided")]
    public async Task One_person_is_looked_up_by_the_identity_of_the_deployment(Api api, string query, int status, string? message)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);

        Reply reply = await site.GetAsync("/user?" + query);

        Assert.Equal(status, reply.Status);
        if (message is null) Assert.Equal("Alice", (string)reply.Json["displayName"]!);
        else Assert.Equal([message], reply.Messages());
    }

    [Theory(Timeout = 10000)]
    [InlineData(Api.CloudV3, "query=ch", "Charlie")]
    [InlineData(Api.CloudV3, "query=bob@", "Bob")]
    [InlineData(Api.CloudV3, "query=zzz", "")]
    [InlineData(Api.CloudV3, "accountId=5b109f2e9729b51b54dc274d", "Charlie")]
    [InlineData(Api.DataCenter, "username=ch", "Charlie")]
    [InlineData(Api.DataCenter, "username=.&startAt=1&maxResults=2", "Bob,Charlie")]
    public async Task People_are_found_by_how_their_names_begin(Api api, string query, string names)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);

        Reply reply = await site.GetAsync("/user/search?" + query);

        Assert.Equal((200, names), (reply.Status, string.Join(',', reply.Json.Each("displayName"))));
    }

    [Theory(Timeout = 10000)]
    [InlineData(Api.CloudV3, "")]
    [InlineData(Api.DataCenter, "query=ch")]
    public async Task A_search_for_nothing_is_refused(Api api, string query)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);

        Assert.Equal(400, (await site.GetAsync("/user/search?" + query)).Status);
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task Issues_can_be_assigned_to_whoever_writes_in_their_project(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        site.AddIssue();

        Reply inProject = await site.GetAsync("/user/assignable/search?project=ENG");
        Reply ofIssue = await site.GetAsync($"/user/assignable/search?issueKey=ENG-1&{(site.IsCloud ? "query" : "username")}=al");
        Reply nowhere = await site.GetAsync("/user/assignable/search");
        Reply hidden = await site.GetAsync("/user/assignable/search?project=ENG", "diana");

        Assert.Equal(["Alice", "Bob"], inProject.Json.Each("displayName"));
        Assert.Equal(["Alice"], ofIssue.Json.Each("displayName"));
        Assert.Equal((400, 404), (nowhere.Status, hidden.Status));
    }

    [Theory(Timeout = 10000)]
    [InlineData("alice", true, true, true)]
    [InlineData("bob", true, true, false)]
    [InlineData("charlie", true, false, false)]
    public async Task Permissions_follow_the_role_in_the_project(string user, bool browses, bool edits, bool administers)
    {
        await using JiraSite site = await JiraSite.StartAsync();

        Reply reply = await site.GetAsync("/mypermissions?projectKey=ENG&permissions=BROWSE_PROJECTS,EDIT_ISSUES,ADMINISTER_PROJECTS", user);

        Assert.Equal((browses, edits, administers), (Has("BROWSE_PROJECTS"), Has("EDIT_ISSUES"), Has("ADMINISTER_PROJECTS")));
        bool Has(string key) => (bool)reply.Json["permissions"]![key]!["havePermission"]!;
    }

    [Fact(Timeout = 10000)]
    public async Task Cloud_wants_the_permissions_named_and_data_center_tells_all()
    {
        await using JiraSite cloud = await JiraSite.StartAsync();
        await using JiraSite dataCenter = await JiraSite.StartAsync(Api.DataCenter);

        Reply unnamed = await cloud.GetAsync("/mypermissions");
        Reply unknown = await cloud.GetAsync("/mypermissions?permissions=FLY");
        Reply all = await dataCenter.GetAsync("/mypermissions");

        Assert.Equal((400, 400, 200), (unnamed.Status, unknown.Status, all.Status));
        Assert.Equal(["Unrecognized permission key(s): FLY"], unknown.Messages());
        Assert.Contains("BROWSE_PROJECTS", all.Json["permissions"]!.AsObject().Select(permission => permission.Key));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task Groups_are_picked_by_a_part_of_the_name_and_administrators_see_who_is_in_them(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);

        Reply picked = await site.GetAsync("/groups/picker?query=users");
        Reply members = await site.GetAsync($"/group/member?groupname={Wiki.UsersGroup}&maxResults=2", "alice");
        Reply refused = await site.GetAsync($"/group/member?groupname={Wiki.UsersGroup}");
        Reply unknown = await site.GetAsync("/group/member?groupname=nobody", "alice");

        Assert.Equal([Wiki.UsersGroup], picked.Json["groups"].Each("name"));
        Assert.Equal((3, false), ((int)members.Json["total"]!, (bool)members.Json["isLast"]!));
        Assert.Equal(["Alice", "Bob"], members.Json["values"].Each("displayName"));
        Assert.Equal((403, 404), (refused.Status, unknown.Status));
    }
}
