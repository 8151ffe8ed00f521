using Tributary.Emulator.Search;

namespace Tributary.Tests.Emulator.Search;

public sealed class CqlFieldTests : IDisposable
{
    private readonly SmallWiki wiki = new();

    public void Dispose() => wiki.Dispose();

    [Fact(Timeout = 10000)]
    public void Each_field_finds_what_it_names()
    {
        string guide = wiki.Guide.Id, bob = wiki.Bob.AccountId, charlie = wiki.Charlie.AccountId;
        (string Cql, string Titles)[] cases =
        [
            ($"id = {guide}", "Deployment guide"),
            ($"content in ({guide}, {wiki.Drill.Id})", "Deployment guide, Rollback drill"),
            ($"id = \"{wiki.Diagram.Id}\"", "diagram.txt"),
            ($"id = {wiki.Diagram.Id[3..]}", "diagram.txt"),
            ("title = \"deployment GUIDE\"", "Deployment guide"),
            ("title = \"\\\"Rollback\\\"\"", "Rollback"),
            ("title in (Rollback, Runbook)", "Runbook, Rollback"),
            ("title ~ rollback", "Rollback, Rollback drill"),
            ("title ~ \"roll*\" and title !~ drill", "Rollback"),
            ("title != Rollback and title ~ rollback", "Rollback drill"),
            ("text ~ \"\\\"drain the queue\\\"\"", "Runbook"),
            ("siteSearch ~ practise", "Rollback drill"),
            ("text ~ howto", "Deployment guide, Rollback"),
            ("type = blogpost", "Queue outage"),
            ("type = comment", wiki.Note.Title),
            ("type = attachment", "diagram.txt"),
            ("TYPE = Page and space = eng", "Deployment guide, Rollback drill, Rollback"),
            ("space = OPS and type in (page, blogpost)", "Queue outage, Runbook"),
            ("space.key = OPS and type != page", "Queue outage"),
            ("space not in (ENG, HR) and type = page", "Runbook"),
            ("space.title ~ operations and type = page", "Runbook"),
            ("space.title = Operations and type = page", "Runbook"),
            ("space.type = global and title = Runbook", "Runbook"),
            ("space.type = personal", ""),
            ("space.category = infrastructure and type = page", "Runbook"),
            ($"ancestor = {guide}", "Rollback drill, Rollback"),
            ($"parent = {guide}", "Rollback"),
            ($"ancestor in ({wiki.Rollback.Id}, 1)", "Rollback drill"),
            ($"container = {guide} and type = attachment", "diagram.txt"),
            ($"container in ({guide}) and type != attachment", wiki.Note.Title),
            ("label = howto", "Deployment guide, Rollback"),
            ("label = howto and label = draft", "Rollback"),
            ("label = howto and label != draft", "Deployment guide"),
            ("label not in (howto, draft) and type = page and space = ENG", "Rollback drill"),
            ("label = \"my:todo\"", "Runbook"),
            ("label = todo", ""),
            ($"creator = \"{charlie}\" and type = page", "Runbook"),
            ("creator = currentUser() and type = page", "Rollback drill, Rollback"),
            ($"contributor = \"{charlie}\" and type = page", "Deployment guide, Runbook"),
            ($"contributor in (\"{charlie}\", \"{bob}\") and type = blogpost", "Queue outage"),
            ($"mention = \"{charlie}\"", "Rollback"),
            ("watcher = currentUser() and type = page", "Runbook"),
            ("favourite = currentUser()", "Rollback"),
            ("favorite = currentUser()", "Rollback"),
            ("macro = code", "Deployment guide"),
            ("macro != code and space = ENG and type = page", "Rollback drill, Rollback"),
            ("space in favouriteSpaces() and type = page", "Runbook"),
            ("space in (favouriteSpaces(), \"XX\") and type = page", "Runbook"),
            ("id in recentlyViewedContent(1)", "Queue outage"),
            ("id in recentlyViewedContent(1, 1)", "Rollback drill"),
            ("space in recentlyViewedSpaces(1) and type = page", "Runbook"),
        ];
        foreach ((string cql, string titles) in cases)
            Assert.Equal((cql, titles), (cql, Pages(cql)));
    }

    [Fact(Timeout = 10000)]
    public void Dates_are_compared_by_the_minute()
    {
        (string Cql, string Titles)[] cases =
        [
            ("created = 2026-02-20", "Runbook"),
            ("created = \"2026-02-20 16:30\"", "Runbook"),
            ("created = \"2026-02-20 16:31\"", ""),
            ("created > 2026/02/20 and created <= \"2026/03/01 07:00\"", "Queue outage, Runbook"),
            ("created > \"2026-02-20 16:30\" and created < \"2026-03-01 07:00\"", ""),
            ("created >= \"2026-02-20 16:30\" and created < \"2026-03-01 07:01\"", "Queue outage, Runbook"),
            ("lastmodified >= 2026-03-10", "Deployment guide"),
            ("lastModified > now(\"-9d\")", "Deployment guide"),
            ("created >= startOfYear() and created < startOfMonth(\"-1M\") and type = page", "Deployment guide"),
            ("created >= startOfMonth() and created < endOfMonth() and type = blogpost", "Queue outage"),
            ("created != 2026-02-20 and title = Runbook", ""),
        ];
        foreach ((string cql, string titles) in cases)
            Assert.Equal((cql, titles), (cql, Pages(cql)));
    }

    [Fact(Timeout = 10000)]
    public void The_context_of_a_macro_gives_the_current_space_and_content()
    {
        Assert.Equal("Runbook", Title(new SearchRequest("space = currentSpace() and type = page and title = Runbook", SpaceKey: "OPS")));
        Assert.Equal("Rollback", Title(new SearchRequest("parent = currentContent()", ContentId: wiki.Guide.Id)));

        string Title(SearchRequest request) => Assert.Single(wiki.Run(request).Hits).Content!.Title;
    }

    [Fact(Timeout = 10000)]
    public void Conditions_combine()
    {
        Assert.Equal("Rollback", Pages("(label = howto or label = draft) and not macro = code"));
        Assert.Equal("Deployment guide, Runbook", Pages("macro = code or title = Runbook and type = page"));
        Assert.Equal("", Pages("(macro = code or title = Runbook) and type = blogpost"));
    }

    [Fact(Timeout = 10000)]
    public void What_cannot_be_answered_is_refused_as_Confluence_refuses_it()
    {
        (string Cql, string Message)[] cases =
        [
            ("colour = red", "Could not parse cql : Unsupported CQL field 'colour' for this resource"),
            ("user = x", "Could not parse cql : Unsupported CQL field 'user' for this resource"),
            ("user.fullname ~ alice", "Could not parse cql : Unsupported CQL field 'user.fullname' for this resource"),
            ("space ~ ENG", "Could not parse cql : The operator '~' is not supported for the field 'space'"),
            ("text = foo", "Could not parse cql : The operator '=' is not supported for the field 'text'"),
            ("created in (2024-01-01)", "Could not parse cql : The operator 'in' is not supported for the field 'created'"),
            ("label > a", "Could not parse cql : The operator '>' is not supported for the field 'label'"),
            ("creator = nobody()", "Could not parse cql : Unsupported CQL function 'nobody' for the field 'creator'"),
            ("space = currentUser()", "Could not parse cql : Unsupported CQL function 'currentUser' for the field 'space'"),
            ("text ~ now()", "Could not parse cql : The field 'text' takes no functions"),
            ("space = currentSpace()", "Could not parse cql : currentSpace() needs a spaceKey in the cqlcontext"),
            ("id in recentlyViewedContent(many)", "Could not parse cql : The function recentlyViewedContent() takes numbers: a limit and an offset"),
            ("type = page order by colour", "Could not parse cql : Results cannot be ordered by the field 'colour'"),
            ("", "Could not parse cql : The query is empty. Write a condition such as type = page. (at character 1)"),
        ];
        foreach ((string cql, string message) in cases)
            Assert.Equal((cql, message), (cql, wiki.Refusal(cql)));

        Assert.StartsWith("Could not parse cql : Date value '-7d' for field 'lastmodified' is invalid.", wiki.Refusal("lastmodified > -7d"), StringComparison.Ordinal);
        Assert.StartsWith("Could not parse cql : Expected a value", wiki.Refusal("space ="), StringComparison.Ordinal);
        Assert.Contains("Unsupported CQL field 'space'", wiki.Refusal("space = ENG", SearchScope.People), StringComparison.Ordinal);
    }

    private string Pages(string cql) => wiki.Titles(cql);
}
