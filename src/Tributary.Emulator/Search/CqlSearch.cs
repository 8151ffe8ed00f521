using Tributary.Emulator.Search.Cql;
using Tributary.Emulator.World;
using Tributary.Query.Cql;

namespace Tributary.Emulator.Search;

/// <summary>Answers CQL with what the user may see. Called inside <see cref="Wiki.Read{T}"/>.</summary>
internal static class CqlSearch
{
    /// <summary>In the order that the query asks for; else the most relevant first where it looks for words, and the last modified first where not.</summary>
    /// <exception cref="ConfluenceException">400: the query cannot be read, or asks for what does not exist.</exception>
    public static SearchAnswer Run(Wiki wiki, User user, SearchRequest request)
    {
        CqlQuery query = Parse(request.Cql);
        var compiler = new CqlCompiler(new CqlContext(wiki, user, request));
        Matcher match = query.Where is null ? _ => 0 : compiler.Compile(query.Where);
        Comparison<SearchHit> order = CqlOrdering.Of(query.OrderBy);

        var hits = new List<SearchHit>();
        int archived = 0;
        foreach (SearchItem item in Candidates(wiki, request, compiler))
        {
            if (match(item) is not { } score || !IsVisible(wiki, user, request, item))
                continue;

            if (item.Space?.IsArchived == true && !request.IncludeArchivedSpaces)
                archived++;
            else if (item.Space?.IsArchived != false || !request.ExcludeCurrentSpaces)
                hits.Add(new SearchHit(item, score, compiler.Terms));
        }

        hits.Sort(order);
        return new SearchAnswer(hits, archived);
    }

    private static CqlQuery Parse(string cql)
    {
        try
        {
            return CqlParser.Parse(cql);
        }
        catch (CqlSyntaxException error)
        {
            throw CqlError.Of(error.Message);
        }
    }

    private static IEnumerable<SearchItem> Candidates(Wiki wiki, SearchRequest request, CqlCompiler compiler)
    {
        if (request.Scope != SearchScope.People)
        {
            foreach (Space space in wiki.Spaces)
            {
                foreach (Content content in wiki.ContentsOf(space))
                    yield return SearchItem.Of(content, space);

                if (request.Scope == SearchScope.Site && compiler.AsksForSpaces)
                    yield return SearchItem.Of(space);
            }
        }

        if (request.Scope == SearchScope.People || compiler.AsksForPeople)
        {
            foreach (User person in wiki.Users.Where(person => person.IsActive))
                yield return SearchItem.Of(person);
        }
    }

    private static bool IsVisible(Wiki wiki, User user, SearchRequest request, SearchItem item)
    {
        if (item.Content is null)
            return item.User is not null || wiki.CanView(user, item.Space!);

        for (Content? at = item.Content; at is not null; at = wiki.ContainerOf(at))
        {
            if (!(request.Statuses?.Contains(at.Status) ?? at.Status == ContentStatus.Current))
                return false;
        }

        return wiki.CanView(user, item.Content);
    }
}
