using System.Text.Json.Nodes;

namespace Tributary.Tests.Emulator.Jira;

public sealed class WatcherTests
{
    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task People_are_added_to_the_watchers_and_taken_from_them(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        site.AddIssue();

        Reply added = await site.PostAsync("/issue/ENG-1/watchers", JsonValue.Create(Identity(site, "alice")));
        Reply list = await site.GetAsync("/issue/ENG-1/watchers");
        Reply removed = await site.DeleteAsync($"/issue/ENG-1/watchers?{(site.IsCloud ? "accountId" : "username")}={Identity(site, "bob")}");
        Reply after = await site.GetAsync("/issue/ENG-1?fields=watches");

        Assert.Equal((204, 204), (added.Status, removed.Status));
        Assert.Equal((2, true), ((int)list.Json["watchCount"]!, (bool)list.Json["isWatching"]!));
        Assert.Equal(["Alice", "Bob"], list.Json["watchers"].Each("displayName"));
        Assert.Equal((1, false), ((int)after.Field("watches")["watchCount"]!, (bool)after.Field("watches")["isWatching"]!));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task A_reader_watches_alone_and_whoever_sees_no_issue_cannot_be_added(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        site.AddIssue();

        Reply self = await site.SendAsync(HttpMethod.Post, "/issue/ENG-1/watchers", "charlie");
        Reply other = await site.PostAsync("/issue/ENG-1/watchers", JsonValue.Create(Identity(site, "alice")), "charlie");
        Reply blind = await site.PostAsync("/issue/ENG-1/watchers", JsonValue.Create(Identity(site, "diana")));
        Reply nobody = await site.PostAsync("/issue/ENG-1/watchers", JsonValue.Create("nobody"));
        Reply unnamed = await site.DeleteAsync("/issue/ENG-1/watchers");

        Assert.Equal((204, 403, 400, 404, 400), (self.Status, other.Status, blind.Status, nobody.Status, unnamed.Status));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task Votes_are_for_issues_that_others_have_reported(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        site.AddIssue();

        Reply own = await site.SendAsync(HttpMethod.Post, "/issue/ENG-1/votes", "bob"), others = await site.SendAsync(HttpMethod.Post, "/issue/ENG-1/votes", "charlie");
        Reply list = await site.GetAsync("/issue/ENG-1/votes", "charlie"), taken = await site.DeleteAsync("/issue/ENG-1/votes", "charlie");

        Assert.Equal((404, "You cannot vote for an issue you have reported."), (own.Status, own.Message()));
        Assert.Equal((204, 1, true, 204), (others.Status, (int)list.Json["votes"]!, (bool)list.Json["hasVoted"]!, taken.Status));
        Assert.Equal(0, (int)(await site.GetAsync("/issue/ENG-1/votes")).Json["votes"]!);
    }

    private static string Identity(JiraSite site, string name) => site.IsCloud ? site.User(name).AccountId : name;
}
