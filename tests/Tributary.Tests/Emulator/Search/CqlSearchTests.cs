using Tributary.Emulator.Search;
using Tributary.Emulator.World;

namespace Tributary.Tests.Emulator.Search;

public sealed class CqlSearchTests : IDisposable
{
    private readonly SmallWiki wiki = new();

    public void Dispose() => wiki.Dispose();

    [Fact(Timeout = 10000)]
    public void Results_come_most_relevant_first_where_words_are_looked_for()
    {
        Assert.Equal("Rollback, Rollback drill", wiki.Titles("text ~ \"rollback\""));
        Assert.Equal("Queue outage, Runbook, diagram.txt", wiki.Titles("text ~ queue"));
        Assert.True(wiki.Hits("text ~ queue").Select(hit => hit.Score).SequenceEqual(wiki.Hits("text ~ queue").Select(hit => hit.Score).OrderDescending()));
    }

    [Fact(Timeout = 10000)]
    public void Results_come_last_modified_first_where_no_words_are_looked_for()
    {
        Assert.Equal("Deployment guide, Rollback drill, Rollback", wiki.Titles("space = ENG and type = page"));
        Assert.All(wiki.Hits("space = ENG"), hit => Assert.Equal(0, hit.Score));
    }

    [Fact(Timeout = 10000)]
    public void An_order_of_the_query_wins()
    {
        Assert.Equal("Rollback, Rollback drill, Deployment guide", wiki.Titles("space = ENG and type = page order by lastmodified"));
        Assert.Equal("Rollback drill, Rollback, Deployment guide", wiki.Titles("space = ENG and type = page order by title desc"));
        Assert.Equal("Deployment guide, Rollback, Rollback drill, Runbook", wiki.Titles("type = page and space in (ENG, OPS) order by space, created"));
    }

    [Fact(Timeout = 10000)]
    public void A_space_that_one_may_not_see_is_never_found()
    {
        Assert.Equal("Salaries", wiki.Titles("text ~ earns", wiki.Alice));
        Assert.Equal("Salaries", wiki.Titles("text ~ earns", wiki.Bob));
        Assert.Equal("", wiki.Titles("text ~ earns or space = HR or type = page and title = Salaries", wiki.Charlie));
        Assert.Equal("", wiki.Titles("text ~ earns", wiki.Diana));
        Assert.All(wiki.Hits("not title = xyz", wiki.Diana), hit => Assert.Equal("ENG", hit.Space!.Key));
        Assert.Equal("Engineering", wiki.Titles("type = space", wiki.Diana));
    }

    [Fact(Timeout = 10000)]
    public void A_restricted_page_is_found_by_those_who_may_read_it_alone_and_so_is_its_comment()
    {
        Assert.Contains(wiki.Hits("text ~ \"moon*\"", wiki.Alice), hit => hit.Content == wiki.Secret);
        Assert.Contains(wiki.Hits("text ~ \"moon*\"", wiki.Alice), hit => hit.Content == wiki.SecretNote);
        Assert.Empty(wiki.Hits("text ~ \"moon*\"", wiki.Bob));
    }

    [Fact(Timeout = 10000)]
    public void What_is_in_the_trash_is_found_only_when_asked_for()
    {
        Assert.Empty(wiki.Hits("title = \"Old payment page\""));
        Assert.Same(wiki.Old, Assert.Single(wiki.Run(new SearchRequest("title = \"Old payment page\"") { Statuses = [ContentStatus.Trashed] }).Hits).Content);
    }

    [Fact(Timeout = 10000)]
    public void Archived_spaces_are_counted_and_found_only_when_asked_for()
    {
        wiki.Ops.IsArchived = true;

        SearchAnswer answer = wiki.Run(new SearchRequest("title = Runbook"));
        Assert.Equal((0, 1), (answer.Hits.Count, answer.ArchivedHitCount));
        Assert.Single(wiki.Run(new SearchRequest("title = Runbook") { IncludeArchivedSpaces = true }).Hits);
        Assert.Empty(wiki.Run(new SearchRequest("title = Rollback") { IncludeArchivedSpaces = true, ExcludeCurrentSpaces = true }).Hits);
    }

    [Fact(Timeout = 10000)]
    public void Spaces_are_found_where_their_type_asks_for_them()
    {
        Assert.Equal("Engineering, Operations", wiki.Titles("type = space and space in (ENG, OPS) order by title"));
        Assert.Equal("Engineering", wiki.Titles("type = space and text ~ payment"));
        Assert.DoesNotContain(wiki.Hits("space = ENG"), hit => hit.EntityType == "space");
        Assert.Empty(wiki.Hits("type = space", scope: SearchScope.Contents));
    }

    [Fact(Timeout = 10000)]
    public void People_are_found_by_name_and_account_in_the_search_for_people()
    {
        Assert.Equal("Alice", wiki.Titles("user.fullname ~ \"alice\"", scope: SearchScope.People));
        Assert.Equal("Bob", wiki.Titles($"user = \"{wiki.Bob.AccountId}\"", scope: SearchScope.People));
        Assert.Equal("Bob", wiki.Titles("user = currentUser()", scope: SearchScope.People));
        Assert.Equal("Charlie", wiki.Titles("type = user and user.fullname ~ \"ch*\"", scope: SearchScope.People));
        Assert.Equal("user", Assert.Single(wiki.Hits($"user.accountid = \"{wiki.Bob.AccountId}\"", scope: SearchScope.People)).EntityType);
    }

    [Fact(Timeout = 10000)]
    public void Excerpts_and_titles_carry_the_marks_of_the_words_found()
    {
        SearchHit hit = wiki.Hits("text ~ \"deploy* payment\" and space = ENG and type = page")[0];

        Assert.Equal("@@@hl@@@Deployment@@@endhl@@@ guide", hit.Title(SearchExcerpt.Highlight));
        Assert.StartsWith(
            "How to @@@hl@@@deploy@@@endhl@@@ the @@@hl@@@payment@@@endhl@@@ service. @@@hl@@@Deploy@@@endhl@@@ on Mondays &amp; never",
            hit.Excerpt(SearchExcerpt.Highlight),
            StringComparison.Ordinal);
        Assert.Contains("Mondays & never", hit.Excerpt(SearchExcerpt.HighlightUnescaped), StringComparison.Ordinal);
        Assert.StartsWith("How to deploy the payment service.", hit.Excerpt(SearchExcerpt.Indexed), StringComparison.Ordinal);
        Assert.Equal("", hit.Excerpt(SearchExcerpt.None));
    }

    [Fact(Timeout = 10000)]
    public void Words_under_not_are_not_highlighted()
    {
        Assert.DoesNotContain("@@@", wiki.Hits("title = Runbook and not text ~ absent and text !~ missing")[0].Excerpt(SearchExcerpt.Highlight), StringComparison.Ordinal);
    }

    [Fact(Timeout = 10000)]
    public void An_edit_is_found_at_once_and_what_it_removed_no_more()
    {
        wiki.Site.Update(wiki.Charlie, wiki.Runbook, new ContentChange(2, Body: "<p>Restart the broker.</p>"));

        Assert.Equal("Runbook", wiki.Titles("text ~ broker"));
        Assert.DoesNotContain("Runbook", wiki.Titles("text ~ queue"), StringComparison.Ordinal);
    }

    [Fact(Timeout = 10000)]
    public void A_query_of_an_order_alone_finds_everything()
    {
        Assert.Equal(wiki.Hits("not type = nothing").Count, wiki.Hits("order by title").Count);
    }

    [Fact(Timeout = 10000)]
    public void Data_Center_knows_people_by_name_and_finds_them_in_the_search_of_the_site()
    {
        using var dataCenter = new SmallWiki(Tributary.Emulator.EmulatedDeployment.DataCenter);

        Assert.Equal("Rollback drill, Rollback", dataCenter.Titles("creator = bob and type = page"));
        Assert.Equal("Rollback", dataCenter.Titles("mention = charlie"));
        Assert.Equal("Alice", dataCenter.Titles("user.fullname ~ alice"));
        Assert.Equal("", wiki.Titles("creator = bob and type = page"));
    }
}
