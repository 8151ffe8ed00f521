using Tributary.Emulator.World;
using Tributary.Emulator.World.Jira;
using Tributary.Query.Jql;

namespace Tributary.Emulator.Search.Jql;

/// <summary>What a query finds.</summary>
/// <param name="Issues">All that the user may see, in the order that the query asks for: the endpoint cuts its page.</param>
/// <param name="Problems">What is wrong with the query, in Jira's words: a clause with a problem finds nothing.</param>
internal sealed record JqlAnswer(IReadOnlyList<Issue> Issues, IReadOnlyList<string> Problems);

/// <summary>Answers JQL. Called inside <see cref="Wiki.Read{T}"/>.</summary>
internal static class JqlSearch
{
    /// <exception cref="JiraException">400: the query cannot be read, or with <paramref name="strict"/> asks for what does not exist.</exception>
    public static JqlAnswer Run(Wiki wiki, User user, string jql, bool strict = true) => Run(wiki, user, Parse(jql), strict);

    public static JqlAnswer Run(Wiki wiki, User user, JqlQuery query, bool strict = true)
    {
        var context = new JqlContext(wiki, user);
        IssueTest test = new JqlCompiler(context).Compile(query.Where);
        Comparison<Issue> order = JqlOrdering.Of(query.OrderBy, context);
        if (strict && context.Problems.Count > 0) throw JiraException.BadRequest(context.Problems);
        List<Issue> found = [.. wiki.Jira.Issues.Where(issue => context.Sees(issue) && test(issue))];
        found.Sort(order);
        return new JqlAnswer(found, context.Problems);
    }

    /// <summary>What is wrong with a query that can be read; nothing is searched.</summary>
    public static IReadOnlyList<string> Problems(Wiki wiki, User user, JqlQuery query)
    {
        var context = new JqlContext(wiki, user);
        new JqlCompiler(context).Compile(query.Where);
        JqlOrdering.Of(query.OrderBy, context);
        return context.Problems;
    }

    /// <exception cref="JiraException">400: this is not JQL.</exception>
    public static JqlQuery Parse(string jql)
    {
        try
        {
            return JqlParser.Parse(jql);
        }
        catch (JqlSyntaxException error)
        {
            throw JiraException.BadRequest(error.Message);
        }
    }
}
