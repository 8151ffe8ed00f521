using System.Globalization;
using Tributary.Emulator.World;
using Tributary.Query.Cql;

namespace Tributary.Emulator.Search.Cql;

/// <summary>What the values of a field stand for.</summary>
internal enum ValueKind
{
    Plain,

    /// <summary>Compared by account id. Cloud knows people by nothing else; Data Center by user name and user key.</summary>
    Person,
    Space,
    Content,
}

/// <summary>Who asks, when and where: gives literals and functions of a query their values.</summary>
internal sealed class CqlContext(Wiki wiki, User user, SearchRequest request)
{
    private const int DefaultRecent = 10;

    public Wiki Site => wiki;

    public CqlDates Dates { get; } = new(wiki.Now);

    public bool KnowsPeople => request.Scope == SearchScope.People || (request.Scope == SearchScope.Site && wiki.Deployment == EmulatedDeployment.DataCenter);

    public bool KnowsContents => request.Scope != SearchScope.People;

    public IEnumerable<string> Values(string field, ValueKind kind, CqlValue value) => value switch
    {
        CqlList list => list.Items.SelectMany(item => Values(field, kind, item)),
        CqlFunction function => Call(field, kind, function),
        CqlLiteral { Value: var text } => [kind == ValueKind.Person ? AccountId(text) : text],
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    /// <summary>Of the tree: a comment's parent is no ancestor but the comment that it answers.</summary>
    public IEnumerable<Content> Ancestors(Content content) => Wiki.IsInTree(content) ? wiki.Ancestors(content) : [];

    public Content? Parent(Content content) => Wiki.IsInTree(content) ? wiki.Parent(content) : null;

    public string AccountId(string identity) =>
        wiki.Deployment == EmulatedDeployment.DataCenter && wiki.FindUser(identity) is { } person ? person.AccountId : identity;

    private IEnumerable<string> Call(string field, ValueKind kind, CqlFunction function) => (kind, function.Name.ToLowerInvariant()) switch
    {
        (ValueKind.Person, "currentuser") => [user.AccountId],
        (ValueKind.Space, "currentspace") => [request.SpaceKey ?? throw CqlError.Of("currentSpace() needs a spaceKey in the cqlcontext")],
        (ValueKind.Space, "favouritespaces" or "favoritespaces") => wiki.Spaces.Where(space => space.Favourites.Contains(user.AccountId)).Select(space => space.Key),
        (ValueKind.Space, "recentlyviewedspaces") => Recent().Select(content => wiki.SpaceOf(content).Key).Distinct().Take(Number(function, 0, DefaultRecent)),
        (ValueKind.Content, "currentcontent") => [request.ContentId ?? throw CqlError.Of("currentContent() needs a contentId in the cqlcontext")],
        (ValueKind.Content, "recentlyviewedcontent") => Recent().Select(content => content.Id).Skip(Number(function, 1, 0)).Take(Number(function, 0, DefaultRecent)),
        _ => throw CqlError.Of($"Unsupported CQL function '{function.Name}' for the field '{field}'"),
    };

    // The site keeps no record of views: what someone edited last counts as what that person viewed last.
    private IEnumerable<Content> Recent() =>
        from content in wiki.Contents
        let own = content.Versions.FindLast(version => version.AuthorId == user.AccountId)
        where own is not null && content.Status == ContentStatus.Current && content.Type is ContentType.Page or ContentType.BlogPost
        orderby own.When descending, content.Number descending
        select content;

    private static int Number(CqlFunction function, int argument, int otherwise)
    {
        if (function.Arguments.Count <= argument)
            return otherwise;

        return int.TryParse(function.Arguments[argument], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw CqlError.Of($"The function {function.Name}() takes numbers: a limit and an offset");
    }
}
