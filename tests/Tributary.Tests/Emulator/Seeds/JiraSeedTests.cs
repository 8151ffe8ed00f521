using Tributary.Emulator;
using Tributary.Emulator.Search.Jql;
using Tributary.Emulator.Seeds;
using Tributary.Emulator.World;
using Tributary.Emulator.World.Jira;
using Tributary.Markup.Adf;

namespace Tributary.Tests.Emulator.Seeds;

public sealed class JiraSeedTests
{
    [Theory(Timeout = 10000)]
    [InlineData(EmulatedDeployment.Cloud)]
    [InlineData(EmulatedDeployment.DataCenter)]
    public void The_demo_has_a_software_project_and_a_service_desk_with_forty_issues(EmulatedDeployment deployment)
    {
        using Wiki wiki = SeedCatalog.Plant("demo", deployment, FixedClock.Default);

        Assert.Equal([("ENG", "software", 28), ("SUP", "service_desk", 12)], wiki.Jira.Projects.Select(project => (project.Key, project.Type, project.LastNumber)));
        Assert.Equal(["closed", "closed", "active", "future"], wiki.Jira.Sprints.Select(sprint => sprint.State));
        Assert.Equal("One tariff query for a whole party", wiki.Jira.FindIssue("ENG-12")!.Summary);
        Assert.Equal("ENG-28 ENG-27 ENG-18 ENG-16 ENG-14 ENG-12 ENG-11", Keys(wiki, "project = ENG AND (status changed after -6d OR status in (\"In Progress\", \"In Review\"))"));
        Assert.Equal("ENG-27 ENG-17 ENG-16 ENG-12", Keys(wiki, "project = ENG AND affectedVersion = \"5.2\" AND resolution is EMPTY"));
        Assert.All(wiki.Jira.Issues, issue => Assert.True(issue.UpdatedAt >= issue.CreatedAt && issue.UpdatedAt <= wiki.Now, issue.Key));
        Assert.All(wiki.Jira.Issues, issue => Assert.Equal(issue.History.OrderBy(change => change.When), issue.History));
    }

    [Fact(Timeout = 10000)]
    public void Texts_are_documents_on_cloud_and_wiki_markup_on_data_center()
    {
        using Wiki cloud = SeedCatalog.Plant("demo", EmulatedDeployment.Cloud, FixedClock.Default), dataCenter = SeedCatalog.Plant("demo", EmulatedDeployment.DataCenter, FixedClock.Default);

        Assert.All(
            cloud.Jira.Issues.SelectMany(issue => issue.Comments.Select(comment => comment.Body).Append(issue.Text("description"))).OfType<string>(),
            body => Assert.Null(AdfDocument.Validate(body)));
        string wiki = dataCenter.Jira.FindIssue("ENG-3")!.Text("description")!;
        Assert.Contains("{code:sql}", wiki, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("||pid||mode||granted||", wiki.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact(Timeout = 10000)]
    public void The_mock_project_counts_from_1000_and_is_done_within_180_days()
    {
        using Wiki wiki = SeedCatalog.Plant("mock:40", EmulatedDeployment.Cloud, FixedClock.Default);
        Project project = Assert.Single(wiki.Jira.Projects);

        Assert.Equal(("MOCK", 40), (project.Key, wiki.Jira.Issues.Count));
        Assert.Equal(("MOCK-1000", "Mock Issue 1: Customer support request"), (wiki.Jira.Issues[0].Key, wiki.Jira.Issues[0].Summary));
        Assert.Equal("MOCK-1039", wiki.Jira.Issues[^1].Key);
        Assert.All(wiki.Jira.Issues, issue =>
        {
            DateTimeOffset resolved = DateTimeOffset.Parse(issue.Text("resolutiondate")!, System.Globalization.CultureInfo.InvariantCulture);
            Assert.InRange(issue.CreatedAt, wiki.Now.AddDays(-180), wiki.Now);
            Assert.InRange(resolved, issue.CreatedAt, wiki.Now);
            Assert.InRange(issue.UpdatedAt, resolved, wiki.Now);
            Assert.All(new[] { "description", "assignee", "reporter", "priority", "resolution" }, field => Assert.NotNull(issue.Text(field)));
            Assert.Contains("mock", issue.Texts("labels"));
        });
        Assert.Equal("", Keys(wiki, "statusCategory != Done"));
        Assert.Equal("", Keys(wiki, "status NOT IN (Done, Resolved)"));
        Assert.Equal("MOCK-1002 MOCK-1005 MOCK-1008 MOCK-1011", Keys(wiki, "status = Resolved AND key < MOCK-1012 ORDER BY key"));
    }

    [Fact(Timeout = 10000)]
    public void An_empty_site_has_no_project()
    {
        using Wiki wiki = SeedCatalog.Plant("empty", EmulatedDeployment.Cloud, FixedClock.Default);

        Assert.Empty(wiki.Jira.Projects);
    }

    [Theory(Timeout = 10000)]
    [InlineData("""{ "projects": [{ "key": "X", "name": "X", "issues": [{ "type": "Poem", "summary": "s", "at": "-3d" }] }] }""", "X 's', type: there is no issue type 'Poem'.")]
    [InlineData("""{ "projects": [{ "key": "X", "name": "X", "issues": [{ "type": "Task", "summary": "s", "at": "-3d", "events": [{ "by": "bob", "at": "-2d", "status": "Closed" }] }] }] }""", "X 's', events[0].status: no step leads there from To Do: 'Closed'.")]
    [InlineData("""{ "projects": [{ "key": "X", "name": "X", "issues": [{ "type": "Task", "summary": "s", "at": "-3d", "events": [{ "by": "bob", "at": "-4d" }] }] }] }""", "X 's', events[0].at: this is before what happened before it.")]
    [InlineData("""{ "projects": [{ "key": "X", "name": "X", "issues": [{ "type": "Task", "summary": "s", "at": "-3d", "links": [{ "type": "hugs", "to": "X-1" }] }] }] }""", "X 's', links: 'hugs' is none of blocks, is blocked by, clones, is cloned by, duplicates, is duplicated by, relates to.")]
    public void A_mistake_in_a_file_of_ones_own_is_told_with_its_place(string json, string complaint)
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllText(path, json);
        try
        {
            InvalidDataException error = Assert.Throws<InvalidDataException>(() => SeedCatalog.Plant(path, EmulatedDeployment.Cloud, FixedClock.Default).Dispose());
            Assert.EndsWith(complaint, error.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Keys(Wiki wiki, string jql) => string.Join(' ', JqlSearch.Run(wiki, wiki.FindUser("alice")!, jql).Issues.Select(issue => issue.Key));
}
