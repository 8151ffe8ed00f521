using Tributary.Atlassian;
using Tributary.Atlassian.Jira;
using Tributary.Tools;
using JiraCatalog = Tributary.Emulator.World.Jira.Catalog;

namespace Tributary.Tests.Tools.Jira;

public sealed class LinkIssuesToolTests
{
    public static TheoryData<Deployment> Both => TrackerSite.Both;

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task Issues_are_linked_and_unlinked_by_the_words_of_either_side(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string a = site.AddIssue(), b = site.AddIssue();
        await using ToolUser bob = await site.ConnectAsync();

        Reply linked = (await LinkAsync("blocks")).Succeeded();
        Reply again = (await LinkAsync("Blocks")).Succeeded();
        Reply inward = (await LinkAsync("is duplicated by")).Succeeded();
        Reply read = (await bob.CallAsync("jira_get_issue", ("issue_key", a), ("expand", "links"))).Succeeded();
        Reply other = (await bob.CallAsync("jira_get_issue", ("issue_key", b), ("fields", new[] { "status" }), ("expand", "links"))).Succeeded();
        Reply undone = (await LinkAsync("blocks", ("remove", true))).Succeeded();
        Reply nothing = (await LinkAsync("blocks", ("remove", true))).Succeeded();
        Reply byId = (await bob.CallAsync("jira_link_issues", ("remove_link", read.Each("links", "id")[1]))).Succeeded();

        Assert.Equal((JiraCatalog.LinkTypes[0].Name, $"Linked: {a} blocks {b}.", $"Nothing to do: {a} blocks {b} already."), ("Blocks", linked.Text, again.Text));
        Assert.Equal($"Linked: {a} is duplicated by {b}.", inward.Text);
        Assert.Equal(["blocks", "is duplicated by"], read.Each("links", "relation"));
        Assert.Equal([b, b], read.Each("links", "key"));
        Assert.Equal(["is blocked by", "duplicates"], other.Each("links", "relation"));
        Assert.Contains($"] is blocked by {a}: Fix the pump (To Do)\n", other.Text, StringComparison.Ordinal);
        Assert.Equal(($"Unlinked: {a} blocks {b} no more.", $"Nothing to do: {a} has no link \"blocks\" to {b}."), (undone.Text, nothing.Text));
        Assert.Equal($"Unlinked: {b} duplicates {a} no more.", byId.Text);
        Assert.Empty(site.Jira.Wiki.Read(wiki => wiki.Jira.Links));
        Assert.Equal(4, site.Writes().Length);

        Task<Reply> LinkAsync(string type, params (string, object?)[] more) => bob.CallAsync("jira_link_issues", [("issue_key", a), ("link_type", type), ("to_issue", b), .. more]);
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task An_address_is_linked_once_and_unlinked(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue();
        await using ToolUser bob = await site.ConnectAsync();

        Reply linked = (await bob.CallAsync("jira_link_issues", ("issue_key", key), ("url", "https://example.com/a?b=c"), ("title", "The manual"), ("link_type", "explained in"))).Succeeded();
        Reply again = (await bob.CallAsync("jira_create_remote_issue_link", ("issue_key", key), ("url", "https://example.com/a?b=c"), ("title", "The old manual"), ("relationship", "explained in"), ("icon_url", "https://example.com/i.png"))).Succeeded();
        Reply read = (await bob.CallAsync("jira_get_issue", ("issue_key", key), ("expand", "remote_links"))).Succeeded();
        Reply removed = (await bob.CallAsync("jira_link_issues", ("issue_key", key), ("url", "https://example.com/a?b=c"), ("remove", true))).Succeeded();
        Reply none = (await bob.CallAsync("jira_get_issue", ("issue_key", key), ("expand", "remote_links"))).Succeeded();

        Assert.Equal((linked["id"], "The old manual"), (again["id"], Assert.Single(read.Each("remote_links", "title"))));
        Assert.Contains("] explained in The old manual https://example.com/a?b=c\n", read.Text, StringComparison.Ordinal);
        Assert.Equal($"Unlinked {key} from https://example.com/a?b=c.", removed.Text);
        Assert.Contains("\nNo remote links", none.Text, StringComparison.Ordinal);
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task What_cannot_be_linked_is_answered_before_anything_is_sent(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string a = site.AddIssue(), b = site.AddIssue();
        await using ToolUser bob = await site.ConnectAsync();

        Reply wrong = await bob.CallAsync("jira_link_issues", ("issue_key", a), ("link_type", "bloks"), ("to_issue", b));
        Reply noType = await bob.CallAsync("jira_link_issues", ("issue_key", a), ("to_issue", b));
        Reply epic = await bob.CallAsync("jira_link_issues", ("issue_key", a), ("link_type", "Epic link"), ("to_issue", b));
        Reply[] others =
        [
            await bob.CallAsync("jira_link_issues", ("link_type", "blocks"), ("to_issue", b)),
            await bob.CallAsync("jira_link_issues", ("issue_key", a)),
            await bob.CallAsync("jira_link_issues", ("issue_key", a), ("to_issue", b), ("url", "https://example.com")),
            await bob.CallAsync("jira_link_issues", ("issue_key", a), ("to_issue", a), ("link_type", "blocks")),
            await bob.CallAsync("jira_link_issues", ("issue_key", a), ("url", "javascript:alert(1)")),
            await bob.CallAsync("jira_link_issues", ("remove_link", "../issue/ENG-1")),
        ];
        Reply absent = await bob.CallAsync("jira_link_issues", ("issue_key", a), ("link_type", "blocks"), ("to_issue", "ENG-999"), ("remove", true));

        Assert.Contains("called \"bloks\". Did you mean \"blocks\"? There are \"blocks\", \"is blocked by\", \"clones\"", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("There are \"blocks\",", noType.Text, StringComparison.Ordinal);
        Assert.Contains("Set an epic or parent with jira_update_issue", epic.Text, StringComparison.Ordinal);
        Assert.All([wrong, noType, epic, .. others], reply => Assert.Equal("invalid_params", reply.Code));
        Assert.StartsWith("Nothing to do", absent.Text, StringComparison.Ordinal);
        Assert.Empty(site.Writes());
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task Neither_end_may_be_outside_of_the_open_projects(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string inside = site.AddIssue(), outside = site.Jira.AddIssue("Shut", JiraCatalog.Incident, "bob", "SUP").Key;
        await using ToolUser bob = await site.ConnectAsync();
        (await bob.CallAsync("jira_create_issue_link", ("link_type", "Blocks"), ("inward_issue_key", inside), ("outward_issue_key", outside))).Succeeded();
        string id = Assert.Single((await bob.CallAsync("jira_get_issue", ("issue_key", inside), ("expand", "links"))).Succeeded().Each("links", "id"));
        site.Writes();
        await using ToolUser restricted = await site.ConnectAsync(settings: new ToolSettings { Projects = [ProjectKey.Parse("ENG")] });

        Reply[] refused =
        [
            await restricted.CallAsync("jira_link_issues", ("issue_key", inside), ("link_type", "blocks"), ("to_issue", outside)),
            await restricted.CallAsync("jira_link_issues", ("issue_key", outside), ("link_type", "blocks"), ("to_issue", inside)),
            await restricted.CallAsync("jira_link_issues", ("issue_key", outside), ("url", "https://example.com")),
        ];
        Reply leadsOut = await restricted.CallAsync("jira_remove_issue_link", ("link_id", id)), absent = await restricted.CallAsync("jira_remove_issue_link", ("link_id", "99999"));
        Reply read = (await restricted.CallAsync("jira_get_issue", ("issue_key", inside), ("expand", "links"))).Succeeded();

        Assert.All(refused, reply => Assert.Equal("not_allowed", reply.Code));
        Assert.StartsWith($"resource_not_found: There is no link {id}.", leadsOut.Text, StringComparison.Ordinal);
        Assert.Equal(absent.Text, leadsOut.Text.Replace(id, "99999", StringComparison.Ordinal));
        Assert.DoesNotContain("Shut", read.Text, StringComparison.Ordinal);
        Assert.Empty(site.Writes());
        (await bob.CallAsync("jira_remove_issue_link", ("link_id", id))).Succeeded();
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task An_address_that_is_linked_already_is_told_so(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        string key = site.AddIssue();
        await using ToolUser bob = await site.ConnectAsync();

        Reply made = (await bob.CallAsync("jira_link_issues", ("issue_key", key), ("url", "https://example.com/a"), ("title", "Plan"))).Succeeded();
        site.Writes();
        Reply again = (await bob.CallAsync("jira_link_issues", ("issue_key", key), ("url", "https://example.com/a"))).Succeeded();
        string[] sent = site.Writes();
        Reply renamed = (await bob.CallAsync("jira_link_issues", ("issue_key", key), ("url", "https://example.com/a"), ("title", "Map"))).Succeeded();

        Assert.Equal($"Nothing to do: {key} is linked to https://example.com/a already.", again.Text);
        Assert.Equal((made["id"], made["id"]), (again["id"], renamed["id"]));
        Assert.Empty(sent);
        Assert.StartsWith("Linked ", renamed.Text, StringComparison.Ordinal);
    }
}
