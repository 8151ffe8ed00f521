using Tributary.Atlassian;

namespace Tributary.Tests.Tools.Jira.Projects;

public sealed class SaveVersionToolTests
{
    public static TheoryData<Deployment> Both => TrackerSite.Both;

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task A_version_is_made_released_and_archived(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        await using ToolUser alice = await site.ConnectAsync("alice");

        Reply made = (await alice.CallAsync("jira_create_version", ("project_key", "ENG"), ("name", "3.0"), ("start_date", "2027-01-01"), ("release_date", "2027-02-01"), ("description", "Dry"))).Succeeded();
        Reply released = (await alice.CallAsync("jira_save_version", ("project_key", "ENG"), ("version", "3.0"), ("released", true), ("name", "3.0.0"))).Succeeded();
        Reply archived = (await alice.CallAsync("jira_save_version", ("project_key", "ENG"), ("version", made.Structured.GetProperty("version").GetProperty("id").GetString()), ("archived", true))).Succeeded();

        Reply dateless = (await alice.CallAsync("jira_save_version", ("project_key", "ENG"), ("version", "3.0.0"), ("release_date", ""))).Succeeded();
        Assert.Contains(": 3.0.0 (archived, ", dateless.Text, StringComparison.Ordinal);
        Assert.Contains("from 2027-01-01", dateless.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("release 2027-02-01", dateless.Text, StringComparison.Ordinal);
        Assert.StartsWith("Made version ", made.Text, StringComparison.Ordinal);
        Assert.Contains(": 3.0 (unreleased, from 2027-01-01, release 2027-02-01): Dry", made.Text, StringComparison.Ordinal);
        Assert.Contains(": 3.0.0 (released, ", released.Text, StringComparison.Ordinal);
        Assert.Contains(": 3.0.0 (archived, ", archived.Text, StringComparison.Ordinal);
    }

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Both))]
    public async Task What_is_wrong_is_told_before_anything_is_sent(Deployment deployment)
    {
        await using TrackerSite site = await TrackerSite.StartAsync(deployment);
        await using ToolUser alice = await site.ConnectAsync("alice");
        await using ToolUser bob = await site.ConnectAsync();
        await using ToolUser inside = await site.ConnectAsync("alice", TrackerSite.Only("SUP"));

        Reply misspelt = await alice.CallAsync("jira_save_version", ("project_key", "ENG"), ("version", "1.O"), ("released", true));
        Reply nothing = await alice.CallAsync("jira_save_version", ("project_key", "ENG"), ("version", "1.0"));
        Reply noName = await alice.CallAsync("jira_save_version", ("project_key", "ENG"), ("released", true));
        Reply twice = await alice.CallAsync("jira_save_version", ("project_key", "ENG"), ("name", "1.0"));
        Reply noDay = await alice.CallAsync("jira_save_version", ("project_key", "ENG"), ("name", "3.0"), ("release_date", "soon"));
        Reply backwards = await alice.CallAsync("jira_save_version", ("project_key", "ENG"), ("name", "3.0"), ("start_date", "2027-02-01"), ("release_date", "2027-01-01"));
        Reply closed = await inside.CallAsync("jira_save_version", ("project_key", "ENG"), ("name", "3.0"));
        string[] sent = site.Writes();
        Reply notAllowed = await bob.CallAsync("jira_save_version", ("project_key", "ENG"), ("version", "1.0"), ("released", true));

        Assert.All([misspelt, nothing, noName, twice, noDay, backwards], reply => Assert.Equal("invalid_params", reply.Code));
        Assert.Contains("ENG has no version \"1.O\". Did you mean \"1.0\"? There are \"2.0\", \"1.0\".", misspelt.Text, StringComparison.Ordinal);
        Assert.Contains("ENG has a version \"1.0\" already", twice.Text, StringComparison.Ordinal);
        Assert.Equal("not_allowed", closed.Code);
        Assert.Empty(sent);
        Assert.Equal("permission_denied", notAllowed.Code);
        Assert.Contains("You must have global or project administrator rights", notAllowed.Text, StringComparison.Ordinal);
    }
}
