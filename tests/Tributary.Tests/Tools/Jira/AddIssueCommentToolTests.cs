using Tributary.Atlassian;
using Tributary.Atlassian.Jira;
using Tributary.Tools;

namespace Tributary.Tests.Tools.Jira;

public sealed class AddIssueCommentToolTests
{
    public static TheoryData<Deployment> Both => TrackerSite.Both;

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task Comments_can_be_for_a_role_or_a_group_alone(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue();
        string group = site.Jira.Wiki.Read(wiki => wiki.GroupsOf(site.Jira.User("alice")).Select(group => group.Name).First(name => wiki.GroupsOf(site.Jira.User("charlie")).All(other => other.Name != name)));
        await using ToolUser alice = await site.ConnectAsync("alice");
        await using ToolUser charlie = await site.ConnectAsync("charlie");

        Reply forAdmins = (await alice.CallAsync("jira_add_comment", ("issue_key", key), ("body", "Quiet"), ("visible_to", "administrators"))).Succeeded();
        Reply forGroup = (await alice.CallAsync("jira_add_comment", ("issue_key", key), ("body", "Hush"), ("visible_to", group))).Succeeded();
        Reply read = (await alice.CallAsync("jira_get_issue", ("issue_key", key), ("expand", "comments"))).Succeeded();

        Assert.EndsWith("for Administrators alone.", forAdmins.Text, StringComparison.Ordinal);
        Assert.Equal([forGroup["id"]!, forAdmins["id"]!], read.Each("comments", "id"));
        Assert.Equal([group, "Administrators"], read.Each("comments", "visible_to"));
        Assert.True((await charlie.CallAsync("jira_get_issue", ("issue_key", key), ("expand", "comments"))).Succeeded()["total_comments"] is "0" or null);
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task A_note_is_hidden_from_the_customers_of_a_service_desk_and_refused_elsewhere(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string desk = site.Jira.AddIssue("Help", Tributary.Emulator.World.Jira.Catalog.Incident, "bob", "SUP").Key, software = site.AddIssue();
        await using ToolUser bob = await site.ConnectAsync();

        Reply note = (await bob.CallAsync("jira_add_comment", ("issue_key", desk), ("body", "Between us"), ("internal_note", true))).Succeeded();
        Reply answer = (await bob.CallAsync("jira_add_comment", ("issue_key", desk), ("body", "Dear customer"))).Succeeded();
        Reply elsewhere = await bob.CallAsync("jira_add_comment", ("issue_key", software), ("body", "Between us"), ("internal_note", true));
        Reply read = (await bob.CallAsync("jira_get_issue", ("issue_key", desk), ("expand", "comments"))).Succeeded();

        Assert.EndsWith("Customers do not see it.", note.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ustomers", answer.Text, StringComparison.Ordinal);
        Assert.StartsWith($"invalid_params: ENG is no service desk: all who see {software} would read the note.", elsewhere.Text, StringComparison.Ordinal);
        Assert.Empty(site.Jira.Wiki.Read(wiki => wiki.Jira.FindIssue(software)!.Comments));
        Assert.Equal([true, false], site.Jira.Wiki.Read(wiki => wiki.Jira.FindIssue(desk)!.Comments.Select(comment => !comment.IsPublic).ToArray()));
        Assert.Equal([note["id"]!], read.Structured.GetProperty("comments").EnumerateArray().Where(comment => comment.TryGetProperty("internal_note", out _)).Select(comment => comment.GetProperty("id").GetString()));
        Assert.Contains(", internal\nBetween us", read.Text, StringComparison.Ordinal);
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task What_cannot_be_written_is_answered_before_anything_is_sent(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue();
        await using ToolUser bob = await site.ConnectAsync();
        await using ToolUser inside = await site.ConnectAsync(settings: new ToolSettings { Projects = [ProjectKey.Parse("SUP")] });

        Reply empty = await bob.CallAsync("jira_add_comment", ("issue_key", key), ("body", " "));
        Reply wrong = await bob.CallAsync("jira_add_comment", ("issue_key", key), ("body", "Quiet"), ("visible_to", "Develpers"));
        Reply outside = await inside.CallAsync("jira_add_comment", ("issue_key", key), ("body", "Hello"));

        Assert.Equal(("invalid_params", "invalid_params", "not_allowed"), (empty.Code, wrong.Code, outside.Code));
        Assert.Contains("called \"Develpers\". Did you mean \"Developers\"? There are \"Administrators\", \"Developers\", ", wrong.Text, StringComparison.Ordinal);
        Assert.Empty(site.Writes());
    }
}
