using Tributary.Emulator;
using Tributary.Emulator.World.Jira;
using Tributary.Tests.Query;

namespace Tributary.Tests.Emulator.Search.Jql;

public sealed class JqlSearchTests
{
    [Fact(Timeout = 10000)]
    public void Every_query_of_the_file_finds_its_issues()
    {
        using var jira = new SmallJira();
        IReadOnlyList<IReadOnlyDictionary<string, string>> entries = QueryFile.Read("../Emulator/Search/Jql/queries.txt");

        Assert.True(entries.Count >= 150);
        Assert.Empty(entries.Select(entry => (Jql: entry["jql"], Expected: entry["keys"], Found: Found(() => jira.Keys(entry["jql"]))))
            .Where(entry => entry.Expected != entry.Found)
            .Select(entry => $"{entry.Jql}\n  expected {entry.Expected}\n  found    {entry.Found}"));
    }

    [Fact(Timeout = 10000)]
    public void Every_fault_of_the_file_is_told_in_Jiras_words()
    {
        using var jira = new SmallJira();

        Assert.Empty(QueryFile.Read("../Emulator/Search/Jql/faults.txt").Select(entry => (Jql: entry["jql"], Expected: entry["error"], Found: string.Join(" | ", jira.Refusal(entry["jql"]))))
            .Where(entry => entry.Expected != entry.Found)
            .Select(entry => $"{entry.Jql}\n  expected {entry.Expected}\n  found    {entry.Found}"));
    }

    [Fact(Timeout = 10000)]
    public void A_project_that_one_may_not_see_does_not_exist()
    {
        using var jira = new SmallJira();

        Assert.Equal("SEC-1", jira.Keys("project = SEC", "alice"));
        Assert.Equal(["The value 'SEC' does not exist for the field 'project'."], jira.Refusal("project = SEC"));
        Assert.Equal(["An issue with key 'SEC-1' does not exist for field 'key'."], jira.Refusal("key = SEC-1"));
        Assert.Equal("", jira.Keys("created is not EMPTY", "diana"));
    }

    [Fact(Timeout = 10000)]
    public void A_comment_that_one_may_not_read_is_not_found()
    {
        using var jira = new SmallJira();

        Assert.Equal("ENG-4", jira.Keys("comment ~ lighthouse", "alice"));
        Assert.Equal("", jira.Keys("comment ~ lighthouse", "bob"));
        Assert.Equal("", jira.Keys("text ~ lighthouse", "bob"));
    }

    [Fact(Timeout = 10000)]
    public void On_data_center_epics_are_linked_and_parents_have_sub_tasks()
    {
        using var jira = new SmallJira(EmulatedDeployment.DataCenter);

        Assert.Equal("ENG-3 ENG-2", jira.Keys("\"Epic Link\" = ENG-1"));
        Assert.Equal("ENG-6", jira.Keys("parent = ENG-5"));
        Assert.Equal("ENG-6", jira.Keys("parent is not EMPTY"));
        Assert.Equal("ENG-4", jira.Keys("description ~ \"crew member\""));
        Assert.Equal(["Unable to find JQL function 'childIssuesOf(\"ENG-1\")'."], jira.Refusal("issue in childIssuesOf(ENG-1)"));
    }

    [Fact(Timeout = 10000)]
    public void A_filter_that_leads_to_itself_ends()
    {
        using var jira = new SmallJira();
        jira.Site.Write(site => site.Jira.AddFilter(site.FindUser("bob")!, "Round", "filter = Round"));

        Assert.Contains("cyclical reference", Assert.Single(jira.Refusal("filter = Round")), StringComparison.Ordinal);
    }

    private static string Found(Func<string> search)
    {
        try
        {
            return search() is { Length: > 0 } keys ? keys : "none";
        }
        catch (JiraException refusal)
        {
            return string.Join(" | ", refusal.Messages);
        }
    }
}
